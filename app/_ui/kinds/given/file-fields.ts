/*
 * The fields of files in one chunk: each for itself would bring along again what all of them are made of,
 * which is more than the four of them add to it.
 */
export { AudioField } from "../audio/field";
export { FileField } from "../file/field";
export { ImageInputField } from "../image/field";
export { VideoField } from "../video/field";
