import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Locator } from "playwright-core";
import sharp from "sharp";
import { createBrowser, type TestBrowser } from "../browser";
import { describeOwn, siteWith } from "../contract/own-site";
import { eventually } from "../eventually";
import { inTime } from "../in-time";
import type { Site } from "../site";
import { axeFindings } from "./axe-findings";
import { openChat } from "./chat-page";
import { siteUrl } from "./demo-page";
import { expectAnswering, watchMainThread } from "./main-thread";
import { createOpenAiEndpoint, type OpenAiEndpoint } from "./openai-endpoint";
import { statusOf } from "./query";
import { recordText } from "./recording";
import { watchShifts } from "./streaming-watch";

let browser: TestBrowser;
beforeAll(async () => {
  browser = await createBrowser();
});
afterEach(() => browser.closePages());
afterAll(() => browser[Symbol.asyncDispose]());

const picture = async (name: string) => ({
  name,
  mimeType: "image/png",
  buffer: await sharp({ create: { width: 30, height: 20, channels: 3, background: "teal" } })
    .png()
    .toBuffer(),
});

/** It is scrolled with the frame in which it has grown, for which a busy machine takes its time. */
function endIsInSight(conversation: Locator): Promise<number> {
  const distance = () =>
    conversation.evaluate((it) => it.scrollHeight - it.scrollTop - it.clientHeight);
  return eventually(distance, (distance) => distance < 2);
}

describe("a chat", () => {
  it("streams replies with steps and further inputs, and is free of what axe finds, by keyboard alone", async () => {
    const chat = await openChat(browser, "/demos/small-talk");
    const { page, field } = chat;
    expect(await axeFindings(page)).toEqual([]);
    const shifted = await watchShifts(page);

    // A suggestion, and what it leaves the focus in.
    await chat.button("say Hello.").press("Enter");
    await chat.reaches("done");
    expect(await chat.replyText()).toBe("Hello.");
    await page.keyboard.type("say Hey ");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("you");
    expect(await field.inputValue()).toBe("say Hey \nyou");
    await page.keyboard.press("Enter");
    await chat.turns.nth(1).waitFor();
    await chat.reaches("done");

    // Settings go along from then on.
    await chat.button("Settings").press("Enter");
    await page.getByLabel("Tone").fill("calm");
    await page.getByRole("slider", { name: "Times" }).press("End");
    await page.getByRole("checkbox", { name: "Loud" }).press("Space");
    await chat.say("tell");
    await chat.turns.nth(2).waitFor();
    await chat.reaches("done");
    expect(JSON.parse(await chat.replyText())).toEqual({
      history: [
        { role: "user", text: "say Hello.", attachments: [] },
        { role: "assistant", text: "Hello.", attachments: [] },
        { role: "user", text: "say Hey \nyou", attachments: [] },
        { role: "assistant", text: "Hey \nyou", attachments: [] },
      ],
      attachments: [],
      tone: "calm",
      times: 5,
      loud: true,
    });
    // What each message was sent with stands beside it, and nothing where nothing was changed.
    const settings = (turn: number) =>
      chat.turns.nth(turn).getByText("Tone calm · Times 5 · Loud Yes");
    expect(await settings(2).count()).toBe(1);
    expect(await settings(1).count()).toBe(0);

    // Steps fold; one lies within the other, and one message follows the other.
    await chat.say("steps");
    await chat.turns.nth(3).waitFor();
    await chat.reaches("done");
    const outer = chat.reply().locator("summary").first();
    expect(await outer.textContent()).toMatch(/^done:\s*Searched/);
    expect(await chat.reply().getByText("Looking around.").count()).toBe(0);
    await outer.press("Enter");
    await chat.reply().getByText("Looking around.").waitFor();
    const inner = chat.reply().locator("summary").nth(1);
    expect(await inner.textContent()).toMatch(/^failed:\s*Reading a page\s*failed after/);
    await inner.press("Enter");
    await chat.reply().getByText("It says no. No answer.").waitFor();
    expect(await chat.reply().locator("[data-message]").count()).toBe(2);
    await chat.reply().getByText("Ask me again.").waitFor();

    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await axeFindings(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(320);
    expect(await shifted()).toBeLessThan(0.01);
  });

  it("takes messages back, edits and retries them, each as a branch that can be shown again", async () => {
    const chat = await openChat(browser, "/demos/small-talk");
    const { page, field } = chat;
    for (const text of ["say One", "say Two", "say Three"]) {
      await chat.say(text);
      await chat.turns.filter({ hasText: text }).waitFor();
      await chat.reaches("done");
    }
    // Up edits the last message of one's own; Esc leaves it as it was.
    await field.press("ArrowUp");
    const edit = page.getByRole("textbox", { name: "Edit the message" });
    expect(await edit.inputValue()).toBe("say Three");
    await edit.press("Escape");
    await edit.waitFor({ state: "detached" });
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);

    // The second message is said anew: a branch.
    await chat.turns.nth(1).getByRole("button", { name: "Edit the message" }).click();
    await edit.fill("say Zwei");
    await edit.press("Enter");
    await chat.reply().getByText("Zwei", { exact: true }).waitFor();
    await chat.reaches("done");
    expect(await chat.said()).toEqual(["say One", "say Zwei"]);
    expect(await chat.turns.nth(1).getByText("2/2").count()).toBe(1);
    await chat.button("Branch before").click();
    expect(await chat.said()).toEqual(["say One", "say Two", "say Three"]);

    // Retry: another reply to the same message.
    await chat.reply().getByRole("button", { name: "Retry" }).click();
    await chat.turns.last().getByText("2/2").waitFor();
    await chat.reaches("done");
    expect(await chat.replyText()).toBe("Three");

    // Undo gives the message back to be written anew, and Restore puts all back.
    await chat.turns.nth(1).getByRole("button", { name: "Undo the message" }).click();
    expect(await chat.said()).toEqual(["say One"]);
    expect(await field.inputValue()).toBe("say Two");
    await chat.button("Restore").click();
    expect(await chat.said()).toEqual(["say One", "say Two", "say Three"]);
    expect(await field.inputValue()).toBe("");

    // All of it outlives a reload, and a new chat is the first branch's sister.
    await page.reload();
    await chat.turns.nth(2).waitFor();
    expect(await chat.said()).toEqual(["say One", "say Two", "say Three"]);
    expect(await chat.replyText(0)).toBe("One");
    await chat.button("New chat").click();
    await chat.button("say Hello.").waitFor();
    await chat.say("tell");
    await chat.reaches("done");
    expect(JSON.parse(await chat.replyText())).toMatchObject({ history: [] });
    await chat.button("Branch before").click();
    expect(await chat.said()).toEqual(["say One", "say Two", "say Three"]);
  });

  it("follows a reply over a reload, stops it, and keeps what was said of one that failed", async () => {
    const chat = await openChat(browser, "/demos/small-talk");
    const { page, field } = chat;
    await chat.say("think");
    await chat.reply().getByText("One moment.").waitFor();
    // Typing goes on meanwhile, but nothing is sent.
    await field.fill("say Later");
    await field.press("Enter");
    expect(await field.inputValue()).toBe("say Later");
    await page.reload();
    await chat.reply().getByText("One moment.").waitFor();
    expect(await chat.reply().locator("[data-step=running]").count()).toBe(1);
    await page.keyboard.press("Escape");
    await chat.reaches("cancelled");
    expect(await chat.reply().locator("[data-step=stopped]").count()).toBe(1);
    expect(await chat.reply().getByText("One moment.").count()).toBe(1);
    const address = await chat.reply().getByRole("link", { name: "This run" }).getAttribute("href");
    expect(await statusOf(address?.split("/").pop() ?? "")).toBe("CANCELLED");

    await chat.say("fail");
    await chat.reaches("failed");
    await chat.reply().getByText("So far, so good.").waitFor();
    await chat.reply().getByRole("alert").getByText("The endpoint is tired.").waitFor();
    await chat.reply().getByRole("button", { name: "Retry" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    // The run's own page has the turn with what was said before.
    const run = await chat.reply().getByRole("link", { name: "This run" }).getAttribute("href");
    await page.goto(new URL(run ?? "", page.url()).href);
    await chat.demo.reaches("failed");
    const before = page.getByRole("region", { name: "Said before" });
    await before.getByText("One moment.").waitFor();
    expect(await before.textContent()).toBe("thinkOne moment.");
    await page.getByText("So far, so good.").waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("sends pictures along that are chosen, pasted and dropped, and says what it does not take", async () => {
    const chat = await openChat(browser, "/demos/small-talk");
    const { page, field } = chat;
    const chosen = await picture("chosen.png");
    await page.getByLabel("Pictures to attach").setInputFiles(chosen);
    await page.locator("[data-attached=ready]").waitFor();
    const pasted = chosen.buffer.toString("base64");
    const give = (event: "paste" | "drop") =>
      field.evaluate(
        (element, { event, base64 }) => {
          const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
          const data = new DataTransfer();
          data.items.add(new File([bytes], `${event}.png`, { type: "image/png" }));
          const options = { bubbles: true, cancelable: true };
          element.dispatchEvent(
            event === "paste"
              ? new ClipboardEvent("paste", { ...options, clipboardData: data })
              : new DragEvent("drop", { ...options, dataTransfer: data }),
          );
        },
        { event, base64: pasted },
      );
    await give("paste");
    await page.getByRole("img", { name: "paste.png" }).waitFor();
    await give("drop");
    await page.getByText("At most 2 pictures with a message.").waitFor();
    await chat.button("Remove paste.png").click();
    await page.getByLabel("Pictures to attach").setInputFiles({
      name: "note.png",
      mimeType: "image/png",
      buffer: Buffer.from("no picture"),
    });
    await page
      .locator("[data-attached=empty], [data-attached=failed]")
      .getByRole("alert")
      .waitFor();
    await chat.button("Remove note.png").click();
    await chat.say("read");
    await chat.reaches("done");
    expect(await chat.replyText()).toBe(`${chosen.buffer.length}`);
    expect(await chat.turns.last().getByRole("img", { name: "chosen.png" }).count()).toBe(1);
    // It is part of what was said before, also after a reload.
    await page.reload();
    await chat.turns.last().getByRole("img", { name: "chosen.png" }).waitFor();
    await chat.say("read");
    await chat.turns.nth(1).waitFor();
    await chat.reaches("done");
    expect(await chat.replyText()).toBe(`${chosen.buffer.length}`);
    // A picture in a reply.
    await chat.say("draw");
    await chat.turns.nth(2).waitFor();
    await chat.reaches("done");
    const drawn = chat.reply().getByRole("link", { name: "Picture, 2 by 2 pixels" }).locator("img");
    expect(
      await drawn.evaluate((image: HTMLImageElement) =>
        image.decode().then(() => image.naturalWidth),
      ),
    ).toBe(2);
    // Markdown is shown as such, and no HTML of a reply gets into the page.
    await chat.say("say <img src=x onerror=alert(1)> **bold** [x](javascript:alert(2))");
    await chat.turns.nth(3).waitFor();
    await chat.reaches("done");
    expect(await chat.reply().getByText("bold", { exact: true }).count()).toBe(1);
    expect(await chat.replyText()).not.toContain("**");
    expect(await chat.reply().locator("[data-message] img, [href^=javascript]").count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  it.each([
    ["/embed/small-talk", 155],
    ["/demos/small-talk", 210],
  ])("%s comes with at most %i kB of scripts", async (path, most) => {
    // What a page fetches later, it does without at first.
    const html = await (await fetch(siteUrl + path)).text();
    const page = await browser.newPage();
    const scripts: Promise<number>[] = [];
    page.on("requestfinished", (request) => {
      if (request.resourceType() !== "script") return;
      if (!html.includes(new URL(request.url()).pathname)) return;
      scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(siteUrl + path, { waitUntil: "load" });
    const sizes = await Promise.all(scripts);
    expect(sizes.length).toBeGreaterThan(3);
    expect(sizes.reduce((sum, size) => sum + size, 0) / 1000).toBeLessThanOrEqual(most);
  });

  it("never blocks the page over 50 ms while 1,000 tokens a second come, and can be left and typed in", async () => {
    const burst = async () => {
      await browser.closePages();
      const chat = await openChat(browser, "/demos/small-talk");
      const { page, field } = chat;
      await chat.say("say Warm");
      await chat.reaches("done");
      const longestTask = await watchMainThread(page);
      await chat.say("burst 3000");
      await chat.reply().getByText("word11.").waitFor();
      await field.pressSequentially("typed meanwhile");
      await chat.turns.nth(1).waitFor();
      await chat.reaches("done");
      expect(await field.inputValue()).toBe("typed meanwhile");
      expect((await chat.replyText()).match(/word\d+/g)).toHaveLength(3000);
      return { chat, page, longestTask: await longestTask() };
    };
    const { chat, page } = await inTime(burst, expectAnswering);
    const conversation = page.getByRole("region", { name: "Conversation" });
    await endIsInSight(conversation);
    await conversation.evaluate((it) => it.scrollTo(0, 0));
    await chat.button("To the newest message").click();
    await endIsInSight(conversation);
  });

  it("keeps the end of a reply in sight on a slow machine", async () => {
    const chat = await openChat(browser, "/demos/small-talk");
    const devTools = await chat.page.context().newCDPSession(chat.page);
    await devTools.send("Emulation.setCPUThrottlingRate", { rate: 6 });
    await chat.say("burst 3000");
    await chat.reaches("done");
    await endIsInSight(chat.page.getByRole("region", { name: "Conversation" }));
  });
});

describeOwn("the demo chat without an endpoint", () => {
  it("says who answers instead, and streams", async () => {
    const chat = await openChat(browser, "/embed/chat");
    await chat.say("What is a generator?");
    await chat.reply().locator("[data-message]").waitFor();
    const replies = await recordText(chat.reply().locator("[data-message]"));
    await chat.demo.notices
      .getByText("A small local text generator answers, as OPENAI_BASE_URL is not set.")
      .waitFor();
    await chat.reaches("done");
    expect((await replies()).length).toBeGreaterThan(5);
    await chat.reply().locator("summary").click();
    await chat.reply().getByRole("listitem").getByText("generator", { exact: true }).waitFor();
    // What it had to say stays with the reply, also when there is another one, and over a reload.
    await chat.say("And a run?");
    await chat.turns.nth(1).waitFor();
    await chat.reaches("done");
    await chat.page.reload();
    await chat.turns.nth(1).waitFor();
    const said = chat.page.getByText("A small local text generator answers");
    expect(await said.count()).toBe(2);
  });
});

describeOwn("the demo chat with an endpoint", () => {
  let endpoint: OpenAiEndpoint;
  let site: Site;
  beforeAll(async () => {
    endpoint = await createOpenAiEndpoint();
    site = await siteWith({ OPENAI_BASE_URL: endpoint.url, OPENAI_API_KEY: "none" });
  });
  afterAll(async () => {
    await site[Symbol.asyncDispose]();
    await endpoint[Symbol.asyncDispose]();
  });

  it("shows each token as it comes, and tells the endpoint what was said before", async () => {
    const chat = await openChat(browser, "/demos/chat", { at: site.url });
    let asked = endpoint.asked("Why is the sky blue?");
    await chat.say("Why is the sky blue?");
    await asked;
    endpoint.think("It is the air.");
    await chat.reply().locator("[data-step=running]").waitFor();
    endpoint.say("Because ");
    await chat.reply().locator("[data-step=done]").waitFor();
    await chat.reply().getByText("Because", { exact: true }).waitFor();
    endpoint.say("of the air.");
    await chat.reply().getByText("Because of the air.").waitFor();
    endpoint.finish();
    await chat.reaches("done");
    expect(await chat.demo.notices.count()).toBe(0);

    await chat.button("Settings").click();
    await chat.page.getByLabel("System prompt").fill("Be brief.");
    await chat.page.getByLabel("Pictures to attach").setInputFiles(await picture("sky.png"));
    asked = endpoint.asked("And here?");
    await chat.say("And here?");
    await asked;
    expect(endpoint.conversation()).toEqual([
      "system: Be brief.",
      "user: Why is the sky blue?",
      "assistant: Because of the air.",
      "user: And here? + image_url",
    ]);
    endpoint.say("Likewise.");
    endpoint.finish();
    await chat.reply().getByText("Likewise.").waitFor();
    await chat.reaches("done");
  });

  it("hangs up on the endpoint when it is stopped", async () => {
    const chat = await openChat(browser, "/demos/chat", { at: site.url });
    const asked = endpoint.asked("And at night?");
    await chat.say("And at night?");
    await asked;
    endpoint.say("At night");
    await chat.reply().getByText("At night").waitFor();
    await chat.button("Stop").click();
    await endpoint.abandoned();
    await chat.reaches("cancelled");
    expect(await chat.replyText()).toBe("At night");
  });
});
