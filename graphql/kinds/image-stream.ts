import type { ImageStream } from "../../lib/kinds/image-stream";
import type { ArgumentKind } from "./kind";

export const imageStreamArgument: ArgumentKind<ImageStream["options"]> = {
  type: () => undefined,
};
