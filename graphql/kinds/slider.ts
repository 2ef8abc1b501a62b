import { isIntRange } from "../../lib/kinds/number-range";
import type { Slider } from "../../lib/kinds/slider";
import type { ArgumentKind } from "./kind";

export const sliderArgument: ArgumentKind<Slider["options"]> = {
  type: (options) => (isIntRange(options) ? "Int" : "Float"),
};
