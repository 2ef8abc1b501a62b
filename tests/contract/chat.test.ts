import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import sharp from "sharp";
import type { Site } from "../site";
import { collect, collectData } from "./collect";
import { describeOwn, siteWith } from "./own-site";
import { ask, query } from "./query";
import { sendFile } from "./send-file";
import { transports } from "./transport";

interface Part {
  at: number;
  message: number;
  type: string;
  delta: string;
  title: string | null;
  state: string | null;
  parent: number | null;
  durationMs: number | null;
  image: { width: number; dataUrl: string } | null;
}
interface Reply {
  text: string;
  delta: string;
  reset: boolean;
  parts: Part[];
}
interface Data {
  smallTalk: {
    run: { id: string; status: string; error: { code: string } | null };
    reply: Reply | null;
  };
}

const document = `subscription ($message: String, $history: [ChatMessage!], $attachments: [ID!], $delivery: Delivery = EVERY) {
  smallTalk(message: $message, history: $history, attachments: $attachments, delivery: $delivery) {
    run { id status error { code } }
    reply { text delta reset parts { at message type delta title state parent durationMs image { width dataUrl } } }
  }
}`;

const picture = () =>
  sharp({ create: { width: 8, height: 4, channels: 3, background: "teal" } })
    .png()
    .toBuffer();
const upload = async (content: Uint8Array | string) =>
  (await sendFile({ content, name: "a.png" })).id;

describe.each(transports)("a chat over $name", ({ subscribe }) => {
  const talk = async (variables: Record<string, unknown>) => {
    const events = await collectData<Data>(subscribe(document, { variables }));
    return events.map(({ smallTalk }) => smallTalk);
  };
  const replies = async (variables: Record<string, unknown>) =>
    (await talk(variables)).flatMap(({ reply }) => (reply ? [reply] : []));
  const refusal = async (variables: Record<string, unknown>) => {
    const [only, ...more] = await collect(subscribe(document, { variables }));
    expect(more).toEqual([]);
    expect(only?.data ?? null).toBeNull();
    return only?.errors?.[0];
  };

  test("a client that keeps the text alone has it whole, messages and all", async () => {
    for (const delivery of ["EVERY", "LATEST"]) {
      const seen = await replies({ message: "steps", delivery });
      let text = "";
      for (const reply of seen) {
        text = reply.reset ? reply.delta : text + reply.delta;
        expect(text).toBe(reply.text);
      }
      expect(text).toBe("I found nothing.\n\nAsk me again.");
    }
  });

  test("each event carries what is new of the parts, and no more", async () => {
    const seen = await replies({ message: "steps" });
    const parts = seen.map(({ parts }) =>
      parts.map(({ at, message, type, delta, title, state, parent }) =>
        [at, message, type, delta, title, state, parent].join("|"),
      ),
    );
    expect(parts.filter((each) => each.length > 0)).toEqual([
      ["0|0|STEP||Searching|RUNNING|"],
      ["0|0|STEP|Looking |Searching|RUNNING|"],
      ["1|0|STEP||Reading a page|RUNNING|0"],
      ["1|0|STEP|It says no.|Reading a page|RUNNING|0"],
      ["1|0|STEP| No answer.|Reading a page|FAILED|0"],
      ["0|0|STEP|around.|Searching|RUNNING|"],
      ["0|0|STEP||Searched|DONE|"],
      ["2|0|TEXT|I found nothing.|||"],
      ["3|1|TEXT|Ask me |||"],
      ["3|1|TEXT|again.|||"],
    ]);
    const ended = seen
      .flatMap(({ parts }) => parts)
      .filter(({ durationMs }) => durationMs !== null);
    expect(ended.length).toBe(2);
  });

  test("is given what was said before, with its pictures", async () => {
    const content = await picture();
    const id = await upload(content);
    const history = [
      { role: "USER", text: "Look", attachments: [id] },
      { role: "ASSISTANT", text: "I see." },
    ];
    const [told] = await replies({ message: "tell", history, attachments: [id] });
    const file = { name: "a.png", mimeType: "image/png", width: 8, height: 4, path: "string" };
    expect(JSON.parse(told?.text ?? "")).toMatchObject({
      history: [
        { role: "user", text: "Look", attachments: [file] },
        { role: "assistant", text: "I see.", attachments: [] },
      ],
      attachments: [file],
      tone: "",
      times: 1,
    });
    const read = await replies({ message: "read", history, attachments: [id] });
    expect(read.at(-1)?.text).toBe(`${content.length} ${content.length} `);
  });

  test("a picture is part of a reply", async () => {
    const seen = await replies({ message: "draw" });
    const image = seen.at(-1)?.parts[0]?.image;
    expect(image?.width).toBe(2);
    expect(image?.dataUrl).toMatch(/^data:image\/png;base64,/);
    expect(seen.at(-1)?.text).toBe("Here it is:");
  });

  test("what was said before an error is kept, and who comes later gets it as one event", async () => {
    const events = await talk({ message: "fail" });
    expect(events.at(-1)?.run).toMatchObject({ status: "FAILED", error: { code: "DEMO_ERROR" } });
    const id = events[0]?.run.id;
    const { run } = await ask<{ run: { state: { reply: Reply } } }>(
      "query ($id: ID!) { run(id: $id) { state { ... on SmallTalkEvent { reply { text delta reset parts { at delta } } } } } }",
      { id },
    );
    expect(run.state.reply).toMatchObject({
      text: "So far, so good.",
      delta: "So far, so good.",
      reset: true,
      parts: [{ at: 0, delta: "So far, so good." }],
    });
  });

  const said = (text: string) => ({ role: "USER", text });
  const unknown = "x".repeat(32);
  test.each<[string, Record<string, unknown>, RegExp, string]>([
    [
      "nobody's role",
      { history: [{ role: "ROOT", text: "" }] },
      /"ROOT" does not exist in "ChatRole"/,
      "history",
    ],
    ["no text", { history: [{ role: "USER" }] }, /"text" of required type/, "history"],
    [
      "too many messages",
      { history: Array.from({ length: 10_000 }, () => said("")) },
      /history.* at most 500 messages.* got an array of 10000/,
      "history",
    ],
    [
      "too long ones",
      { history: Array.from({ length: 3 }, () => said("x".repeat(100_000))) },
      /200,000 characters in all/,
      "history",
    ],
    [
      "an upload that there is not",
      { attachments: [unknown] },
      /attachments.* must be .* at most 2 uploaded pictures.*; there is no such upload, or no longer.*\(\[0\]\)/,
      "attachments",
    ],
    [
      "what is no upload's id",
      { attachments: ["../../etc/passwd"] },
      /attachments.* must be a list of the ids/,
      "attachments",
    ],
    [
      "too many pictures",
      { attachments: [unknown, unknown, unknown] },
      /at most 2 uploaded pictures/,
      "attachments",
    ],
    [
      "too many pictures of before",
      { history: [{ ...said(""), attachments: [unknown, unknown, unknown] }] },
      /with the ids of at most 2 uploaded pictures/,
      "history",
    ],
  ])("refuses %s", async (_what, given, says, argument) => {
    const error = await refusal({ message: "tell", ...given });
    expect(error?.message).toMatch(says);
    expect(error?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument });
  });

  test("names the uploads of before that are not kept any more, and where they stand", async () => {
    const id = await upload(await picture());
    const history = [said("One"), { ...said("Two"), attachments: [id, unknown] }];
    const error = await refusal({ message: "tell", history });
    expect(error?.message).toContain("([1].attachments[1])");
    expect(error?.extensions).toMatchObject({
      arguments: [{ argument: "history", code: "UPLOAD_NOT_FOUND", uploads: [unknown] }],
    });
  });

  test("takes no file for a picture that is none", async () => {
    const error = await refusal({ message: "tell", attachments: [await upload("Good morning.")] });
    expect(error?.message).toMatch(/attachments.*got a .*choose a picture/);
  });

  test("control characters, half pairs and scripts come through as they are", async () => {
    const text = "\u0000\u001b[31m\u202e <script>alert(1)</script> \ud83d\udc69";
    const [reply] = await replies({ message: `say ${text}` });
    expect(reply?.text).toBe(text);
  });
});

describeOwn("a conversation of 10 MB", () => {
  let site: Site;
  beforeAll(async () => {
    site = await siteWith({ YIELDCAST_MAX_REQUEST_BYTES: "20000000" });
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test("is refused where a request may be as large, and the server goes on", async () => {
    const history = [{ role: "USER", text: "x".repeat(10_000_000) }];
    const start =
      'mutation ($history: [ChatMessage!]!) { startSmallTalk(message: "tell", history: $history) { id } }';
    const { errors } = await query(start, { history }, site.url);
    expect(errors?.[0]?.message).toMatch(/history.* 200,000 characters in all/);
    expect(errors?.[0]?.message.length).toBeLessThan(500);
    expect(await query(start, { history: [] }, site.url)).toMatchObject({ data: {} });
  });
});
