import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { ImageResponse } from "next/og";
import { Card } from "@/app/_ui/share/card";
import { cardSize } from "@/app/_ui/share/oembed";
import { cardFacts } from "@/lib/media/card-facts";
import { drawable } from "@/lib/media/drawable";
import { house } from "./house";

/** What a page's picture is of. */
export interface CardOf {
  readonly demo: { readonly name: string; readonly title: string };
  readonly line: string | undefined;
  /** The run whose last image or words are shown. */
  readonly run: string | undefined;
}

/**
 * A page's picture for others as PNG, made once for each state of its run.
 *
 * @throws LimitError `TOO_MANY_PICTURES` where too many are waiting to be made already
 */
export async function makeCard({
  demo,
  line,
  run,
}: CardOf): Promise<{ data: Uint8Array; tag: string }> {
  const { logs, workshop } = house();
  const state = run === undefined ? undefined : await logs.head(run);
  // One that goes on changes at each yield, and is drawn every ten seconds at most.
  const goesOn = state !== undefined && state.run.endedAt === undefined;
  const version = goesOn ? `now-${Math.floor(Date.now() / 10_000)}` : (state?.seq ?? 0);
  const tag = `${run ?? demo.name}-${version}`;
  const title = drawable(demo.title, 50) ?? demo.name;
  const made = await workshop.get(["card", tag, title, line].join(" "), {
    plural: "pictures",
    async make() {
      const { image, words } = cardFacts(state?.outputs ?? {});
      const response = new ImageResponse(
        <Card
          title={title}
          line={line === undefined ? undefined : drawable(line, 120)}
          words={image === undefined && words !== undefined ? drawable(words, 240) : undefined}
          picture={
            run !== undefined && image !== undefined ? await pictureOf(run, image) : undefined
          }
        />,
        { ...cardSize, fonts: await fonts() },
      );
      return { data: new Uint8Array(await response.arrayBuffer()) };
    },
  });
  return { data: made.data, tag };
}

async function pictureOf(run: string, id: string) {
  const request = { format: "jpeg", width: 1000, quality: 85 } as const;
  const encoded = await house().images.get(run, id, request);
  if (!encoded) return undefined;
  const { default: sharp } = await import("sharp");
  const { width, height } = await sharp(encoded.data).metadata();
  const url = `data:image/jpeg;base64,${Buffer.from(encoded.data).toString("base64")}`;
  return { url, width, height };
}

let read: ReturnType<typeof readFonts> | undefined;

function fonts() {
  read ??= readFonts();
  return read;
}

function readFonts() {
  const require = createRequire(path.join(process.cwd(), "package.json"));
  const folder = path.resolve(require.resolve("geist/font/sans"), "../fonts/geist-sans");
  return Promise.all(
    (
      [
        ["Regular", 400],
        ["SemiBold", 600],
      ] as const
    ).map(async ([name, weight]) => ({
      name: "Geist",
      weight,
      data: await readFile(path.join(folder, `Geist-${name}.ttf`)),
    })),
  );
}
