import type { InputKind } from "../kind";
import {
  brokenFault,
  isUploadId,
  limitFault,
  limitWords,
  typeFault,
  uploadFaults,
} from "../upload-input";
import type { VideoInputOptions } from ".";

const known = { sources: ["webcam", "upload"], formats: ["mp4", "webm"] };
const names = { mp4: "MP4", webm: "WebM" };

export const videoInput: InputKind<VideoInputOptions, string> = {
  faults: (options) => uploadFaults(options, known),
  default: () => undefined,
  allowed: (options) =>
    `the id of an uploaded ${options.format ? `${names[options.format]} ` : ""}video${limitWords(options)}`,
  accepts: isUploadId,
  fileFault(file, options) {
    const { mimeType, duration, width, height } = file;
    if (!mimeType.startsWith("video/")) {
      return typeFault(file, "a video (MP4, MOV, WebM, Matroska or MPEG-TS)");
    }
    const { format } = options;
    if (format && mimeType !== `video/${format}`) {
      return typeFault(file, `a video in ${names[format]}, or convert it`);
    }
    if (duration === undefined || width === undefined || height === undefined) {
      return brokenFault(file);
    }
    return limitFault(file, options);
  },
};
