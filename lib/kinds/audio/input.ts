import type { InputKind } from "../kind";
import {
  brokenFault,
  isUploadId,
  limitFault,
  limitWords,
  typeFault,
  uploadFaults,
} from "../upload-input";
import type { AudioInputOptions } from ".";

const known = { sources: ["microphone", "upload"], formats: ["wav"] };
const formats = "WAV, MP3, AAC, M4A, Ogg, WebM or FLAC";

export const audioInput: InputKind<AudioInputOptions, string> = {
  faults: (options) => uploadFaults(options, known),
  default: () => undefined,
  allowed: (options) =>
    `the id of an uploaded ${options.format === "wav" ? "WAV sound" : "sound"}${limitWords(options)}`,
  accepts: isUploadId,
  fileFault(file, options) {
    const { mimeType, duration, sampleRate, channels } = file;
    if (!mimeType.startsWith("audio/")) return typeFault(file, `a sound (${formats})`);
    if (options.format === "wav" && mimeType !== "audio/wav") {
      return typeFault(file, "a WAV file, or convert it");
    }
    if (duration === undefined || sampleRate === undefined || channels === undefined) {
      return brokenFault(file);
    }
    return limitFault(file, options);
  },
};
