import type { InputDeclaration } from "../../kinds/inputs";
import { isFed } from "../../kinds/is-fed";
import type { Settings } from "../../settings";
import type { Feed } from "../feed";
import { createControlIntake } from "./control-intake";
import { createFeed } from "./create-feed";
import type { FeedBudget } from "./feed-budget";
import { createPictureIntake } from "./picture-intake";
import { createSoundIntake } from "./sound-intake";

export interface InputFeedOptions {
  name: string;
  input: InputDeclaration;
  /** The value that the run was started with. */
  initial: unknown;
  settings: Settings;
  budget: FeedBudget;
}

/** The feed of an input; `undefined` for one that is not fed. */
export function createInputFeed(of: InputFeedOptions): Feed | undefined {
  const { name, input, initial, settings, budget } = of;
  const limits = { maxBytes: settings.YIELDCAST_MAX_FEED_BYTES, budget };
  const common = { name, idleSeconds: settings.YIELDCAST_FEED_IDLE_SECONDS };
  if (input.kind === "audioStream") {
    const { options } = input;
    const intake = (onTaken: () => void) =>
      createSoundIntake({ name, options, ...limits, onTaken });
    return createFeed({ ...common, intake });
  }
  if (input.kind === "imageStream") {
    const intake = (onTaken: () => void) => createPictureIntake({ name, ...limits, onTaken });
    return createFeed({ ...common, intake });
  }
  if (!isFed(input)) return undefined;
  return createFeed({ ...common, intake: () => createControlIntake(input, initial) });
}
