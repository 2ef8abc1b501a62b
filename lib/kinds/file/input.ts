import type { InputKind } from "../kind";
import { preview } from "../preview";
import { isUploadId, limitFault, limitWords, typeFault, uploadFaults } from "../upload-input";
import type { FileInputOptions } from ".";
import { isTypePattern, matchesType } from "./matches-type";

export const fileInput: InputKind<FileInputOptions, string> = {
  faults(options) {
    const { types } = options;
    const faults = uploadFaults(options, {});
    if (types === undefined) return faults;
    if (!Array.isArray(types) || types.length === 0) {
      return [...faults, 'types must name at least one: types: ["application/pdf", ".csv"]'];
    }
    const wrong = types.find((type) => !isTypePattern(type));
    if (wrong === undefined) return faults;
    const expected = "types must be such as application/pdf, text/* or .csv";
    return [...faults, `${expected}; got ${preview(wrong)}`];
  },
  default: () => undefined,
  allowed: (options) =>
    `the id of an uploaded file${limitWords(options)}${options.types ? ` (${options.types.join(", ")})` : ""}`,
  accepts: isUploadId,
  fileFault(file, options) {
    const { types } = options;
    if (types && !types.some((type) => matchesType(file, type))) {
      return typeFault(file, types.length === 1 ? "one of this type" : "one of these types");
    }
    return limitFault(file, options);
  },
};
