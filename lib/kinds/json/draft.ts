/** What stands in a form's field and is no JSON, or not yet. No input takes it. */
export class JsonDraft {
  /** @param fault why it is none, such as `line 2, column 7: a comma is missing` */
  constructor(
    readonly text: string,
    readonly fault: string,
  ) {}
}
