/**
 * The picture in the clipboard. Some browsers ask whoever has pressed Paste.
 *
 * @throws Error in words where there is none, or it may not be read
 */
export async function readPicture(): Promise<File> {
  const keys = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘V" : "Ctrl+V";
  if (!navigator.clipboard?.read) {
    throw new Error(`This browser reads the clipboard only by the keyboard: press ${keys} here.`);
  }
  let items: ClipboardItems;
  try {
    items = await navigator.clipboard.read();
  } catch {
    throw new Error(`The browser does not let this page read the clipboard. Press ${keys} here.`);
  }
  for (const item of items) {
    const type = item.types.find((each) => each.startsWith("image/"));
    if (!type) continue;
    const picture = await item.getType(type);
    return new File([picture], `pasted.${type.slice("image/".length)}`, { type });
  }
  throw new Error("There is no picture in the clipboard. Copy one and press again.");
}
