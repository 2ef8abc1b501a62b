import type { OperationParts } from "./operation-parts";

/** What somebody needs to use a demo elsewhere than on its page. */
export interface DemoUse {
  readonly parts: OperationParts;
  /** Its part of the schema, as SDL. */
  readonly types: string;
  /** `PUBLIC_URL`, where that is set. */
  readonly origin: string | null;
  /** Its file, where visitors may read it. */
  readonly source: { readonly file: string; readonly text: string } | null;
}
