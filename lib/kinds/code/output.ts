import { type LoggedStream, streamedText } from "../streamed-text";
import { type CodeOutputOptions, languageFaults } from ".";

export type LoggedCode = LoggedStream<"code">;

export const codeOutput = streamedText<"code", CodeOutputOptions>("code", languageFaults);
