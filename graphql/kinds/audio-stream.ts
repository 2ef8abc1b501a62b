import type { AudioStream } from "../../lib/kinds/audio-stream";
import type { ArgumentKind } from "./kind";

export const audioStreamArgument: ArgumentKind<AudioStream["options"]> = {
  type: () => undefined,
};
