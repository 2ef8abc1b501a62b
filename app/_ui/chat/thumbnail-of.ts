const side = 128;

/** A small copy of a picture as a `data:` URL of a few kB; `undefined` where the browser cannot make one. */
export async function thumbnailOf(file: Blob): Promise<string | undefined> {
  try {
    const picture = await createImageBitmap(file);
    const shorter = Math.min(picture.width, picture.height);
    const canvas = document.createElement("canvas");
    canvas.width = side;
    canvas.height = side;
    // The middle of it, as a square.
    const left = (picture.width - shorter) / 2;
    const top = (picture.height - shorter) / 2;
    const context = canvas.getContext("2d");
    if (!context) return undefined;
    // A JPEG has no glass: what can be seen through would be black.
    context.fillStyle = "white";
    context.fillRect(0, 0, side, side);
    context.drawImage(picture, left, top, shorter, shorter, 0, 0, side, side);
    picture.close();
    return canvas.toDataURL("image/jpeg", 0.8);
  } catch {
    return undefined;
  }
}
