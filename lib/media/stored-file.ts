/** What is known of a file to be downloaded, beside its bytes. */
export interface StoredFile {
  readonly name: string;
  readonly mimeType: string;
}

const stored = /^x-file\/([^;]+); (.+)$/;

/** The type under which a file is kept in the byte store, so that its bytes say what they are called. */
export function storedFileType({ name, mimeType }: StoredFile): string {
  return `x-file/${encodeURIComponent(name)}; ${mimeType}`;
}

/** What `storedFileType` wrote; `undefined` for the type of other bytes. */
export function parseStoredFileType(type: string): StoredFile | undefined {
  const [, name, mimeType] = stored.exec(type) ?? [];
  if (name === undefined || mimeType === undefined) return undefined;
  return { name: decodeURIComponent(name), mimeType };
}
