import type { Locator, Page } from "playwright-core";
import type { TestBrowser } from "../browser";
import { type DemoPage, type OpenOptions, open } from "./demo-page";

/** A page, or an embed, on which one talks to a demo. */
export interface ChatPage {
  demo: DemoPage;
  page: Page;
  /** In which one writes. */
  field: Locator;
  /** A button by its name, anywhere. */
  button(name: string | RegExp): Locator;
  /** The turns on show, each a message and its reply. */
  turns: Locator;
  /** The messages on show. */
  said(): Promise<string[]>;
  /** The reply of a turn; the newest without a number. */
  reply(turn?: number): Locator;
  /** What a reply says, without steps and tools, once it is over. */
  replyText(turn?: number): Promise<string>;
  /** Says something, with Enter. */
  say(text: string): Promise<void>;
  /** Waits until the newest turn is in this phase. */
  reaches(phase: "live" | "done" | "failed" | "cancelled"): Promise<void>;
}

export async function openChat(
  browser: TestBrowser,
  path: string,
  options?: OpenOptions,
): Promise<ChatPage> {
  return chatPage(await open(browser, path, options));
}

function chatPage(demo: DemoPage): ChatPage {
  const { page } = demo;
  const field = page.getByRole("textbox", { name: "Message", exact: true });
  const turns = page.locator("[data-turn]");
  const turnAt = (at: number | undefined) => (at === undefined ? turns.last() : turns.nth(at));
  const reply = (turn?: number) => turnAt(turn).locator("[data-part=reply]");
  return {
    demo,
    page,
    field,
    turns,
    button: (name) => page.getByRole("button", { name, exact: typeof name === "string" }),
    said: () => turns.locator("[data-part=said] p").allTextContents(),
    reply,
    async replyText(turn) {
      const messages = reply(turn).locator("[data-message]");
      return (await messages.allTextContents()).join("\n").trim();
    },
    async say(text) {
      await field.fill(text);
      await field.press("Enter");
    },
    async reaches(phase) {
      await page.locator(`li[data-turn=${phase}]:last-child`).waitFor();
    },
  };
}
