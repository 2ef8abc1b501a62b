import { describe, expect, test } from "@jest/globals";
import sharp from "sharp";
import { apiAddress } from "./address";
import { collectData } from "./collect";
import { subscribeOverSse } from "./over-sse";
import { transports } from "./transport";

interface Pictures {
  pictures: { picture: Record<string, string & number> };
}

const pixels = [255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30, 40, 50, 60, 70, 80, 90];

const addressOf = (url: string) => new URL(url, apiAddress());

async function decode(bytes: ArrayBuffer | Buffer) {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: [...data], width: info.width, height: info.height };
}

describe.each(transports)("a picture over $name", ({ subscribe }) => {
  const picturesOf = async (form: string, selection: string) => {
    const data = await collectData(
      subscribe<Pictures>(`subscription { pictures(form: ${form}) { picture { ${selection} } } }`),
    );
    return data.map(({ pictures }) => pictures.picture);
  };
  const pictureOf = async (form: string, selection: string) => {
    const [picture, ...more] = await picturesOf(form, selection);
    expect(more).toEqual([]);
    if (!picture) throw new Error("No picture came.");
    return picture;
  };

  test.each(["pixels", "bytes", "blob", "instance", "path"])(
    "yielded as %s has as PNG exactly its pixels",
    async (form) => {
      const { url = "", width, height } = await pictureOf(form, "url(format: PNG) width height");
      expect([width, height]).toEqual([3, 2]);
      const response = await fetch(addressOf(url));
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("image/png");
      expect(await decode(await response.arrayBuffer())).toEqual({ pixels, width: 3, height: 2 });
    },
  );

  test("comes inline for who asks for dataUrl", async () => {
    const { dataUrl = "" } = await pictureOf("pixels", "dataUrl(format: PNG)");
    const [head, base64 = ""] = dataUrl.split(",");
    expect(head).toBe("data:image/png;base64");
    expect((await decode(Buffer.from(base64, "base64"))).pixels).toEqual(pixels);
  });

  test("is copied when it is yielded, whatever the demo then paints into the same array", async () => {
    const frames = await picturesOf("repainted", "url(format: PNG)");
    const painted = await Promise.all(
      frames.map(async ({ url = "" }) => decode(await (await fetch(addressOf(url))).arrayBuffer())),
    );
    expect(painted.map((frame) => frame.pixels)).toEqual([pixels, pixels.map(() => 0)]);
  });

  test("comes in the format, width and quality that is asked for", async () => {
    const picture = await pictureOf(
      "pixels",
      "jpeg: url(format: JPEG, quality: 90) webp: url(format: WEBP) avif: url(format: AVIF) small: url(width: 1, format: PNG) large: url(width: 100, format: PNG)",
    );
    for (const format of ["jpeg", "webp", "avif"]) {
      const response = await fetch(addressOf(picture[format] ?? ""));
      expect(response.headers.get("content-type")).toBe(`image/${format}`);
      expect(await decode(await response.arrayBuffer())).toMatchObject({ width: 3, height: 2 });
    }
    const widths = ["small", "large"].map(async (name) => {
      const response = await fetch(addressOf(picture[name] ?? ""));
      return (await decode(await response.arrayBuffer())).width;
    });
    // Never more than it has.
    expect(await Promise.all(widths)).toEqual([1, 3]);
  });

  test("may be cached for ever, by anybody", async () => {
    const { url = "" } = await pictureOf("pixels", "url");
    const { headers } = await fetch(addressOf(url));
    expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
  });

  test("has no width of 0, and no quality of 101", async () => {
    for (const wrong of ["width: 0", "width: 100000", "quality: 0", "quality: 101"]) {
      const answer = await collectData(
        subscribe<Pictures>(
          `subscription { pictures(form: pixels) { picture { url(${wrong}) } } }`,
        ),
      ).catch((error: Error) => error);
      expect(String(answer)).toMatch(/BAD_USER_INPUT/);
    }
  });
});

describe("the addresses of pictures", () => {
  test.each([
    "/media/nothing/0.png",
    "/media/nothing",
    "/media/",
    "/media/../api/graphql/../../etc/passwd",
    "/media/%2e%2e/%2e%2e/package.json",
    "/media/a/0.exe",
    "/media/a/0.png?width=1e9",
    "/media/a/0.png?width=-1",
  ])("%s is not found", async (path) => {
    const response = await fetch(addressOf(path));
    expect(response.status).toBe(404);
    expect(response.headers.get("cache-control") ?? "").not.toContain("immutable");
  });

  test("can be read, and nothing else", async () => {
    const response = await fetch(addressOf("/media/a/0.png"), { method: "POST" });
    expect(response.status).toBe(405);
  });

  test("of a picture tell its size to HEAD", async () => {
    const [event] = await collectData(
      subscribeOverSse<Pictures>("subscription { pictures(form: bytes) { picture { url } } }"),
    );
    const address = addressOf(event?.pictures.picture.url ?? "");
    const [head, get] = [await fetch(address, { method: "HEAD" }), await fetch(address)];
    expect(Number(head.headers.get("content-length"))).toBe((await get.arrayBuffer()).byteLength);
  });
});
