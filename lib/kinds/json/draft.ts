/** What stands in a form's field and is no JSON, or not yet. No input takes it. */
export class JsonDraft {
  /** @param fault why it is none, such as `line 2, column 7: a comma is missing` */
  constructor(
    readonly text: string,
    readonly fault: string,
  ) {}

  /** In snippets and addresses that are made of a form's values, it is as if nothing were given. */
  toJSON(): undefined {
    return undefined;
  }
}
