// Written by `npm run dev` and `npm run schema` from the files in demos/.

/** The demos, for `useDemo`: by name, what each file exports. */
export interface Demos {
  chat: typeof import("./demos/chat").default;
  classify: typeof import("./demos/classify").default;
  "count-up": typeof import("./demos/count-up").default;
  "fake-diffusion": typeof import("./demos/fake-diffusion").default;
  "keep-repeating-audio": typeof import("./demos/keep-repeating-audio").default;
  "keep-repeating-video": typeof import("./demos/keep-repeating-video").default;
  "level-meter": typeof import("./demos/level-meter").default;
  life: typeof import("./demos/life").default;
  "object-detection": typeof import("./demos/object-detection").default;
  report: typeof import("./demos/report").default;
  speech: typeof import("./demos/speech").default;
  synth: typeof import("./demos/synth").default;
  "training-curve": typeof import("./demos/training-curve").default;
  "type-to-paint": typeof import("./demos/type-to-paint").default;
}

/** Their names, for the compiler's errors. */
export type DemoList =
  "chat, classify, count-up, fake-diffusion, keep-repeating-audio, keep-repeating-video, level-meter, life, object-detection, report, speech, synth, training-curve, type-to-paint";
