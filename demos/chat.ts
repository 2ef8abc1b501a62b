import { readFile } from "node:fs/promises";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { type ModelMessage, streamText } from "ai";
import { type ChatMessage, defineChat, type Step, slider, step, text } from "yieldcast";
import { babble, knownWords } from "./_babble";

const { OPENAI_BASE_URL, OPENAI_API_KEY = "", OPENAI_MODEL = "gpt-4o-mini" } = process.env;

export default defineChat({
  title: "Chat",
  description: "Talks to any OpenAI-compatible endpoint.",
  prompts: ["What is a generator?", "What is a run?", "Who waits for a slow viewer?"],
  attachments: { images: true },
  inputs: {
    system: text({ label: "System prompt", lines: 2, hint: "What the model is told first." }),
    temperature: slider({ min: 0, max: 2, step: 0.1, default: 1 }),
  },
  async *reply({ message, attachments, history, system, temperature }, { signal, sleep, notify }) {
    if (!OPENAI_BASE_URL) {
      notify("info", "A small local text generator answers, as OPENAI_BASE_URL is not set.");
      const search = step("Looking for words that I know");
      yield search;
      for (const word of knownWords(message)) yield search.text(`- ${word}\n`);
      for (const { name, width, height } of attachments) {
        yield search.text(`- ${name}: ${width} × ${height} pixels, of which I can say nothing\n`);
      }
      await sleep(400);
      yield search.done("Looked for words that I know");
      for (const word of babble(message)) {
        yield word;
        await sleep(40);
      }
      return;
    }
    const endpoint = { name: "chat", baseURL: OPENAI_BASE_URL, apiKey: OPENAI_API_KEY };
    const answer = streamText({
      model: createOpenAICompatible(endpoint).chatModel(OPENAI_MODEL),
      ...(system !== "" && { system }),
      temperature,
      messages: await Promise.all(
        [...history, { role: "user", text: message, attachments } as const].map(toModel),
      ),
      abortSignal: signal,
    });
    let thoughts: Step | undefined;
    for await (const part of answer.fullStream) {
      if (part.type === "text-delta") yield part.text;
      if (part.type === "reasoning-start") {
        thoughts = step("Thinking");
        yield thoughts;
      }
      if (part.type === "reasoning-delta" && thoughts) yield thoughts.text(part.text);
      if (part.type === "reasoning-end" && thoughts) yield thoughts.done("Thought");
      if (part.type === "error") throw part.error;
    }
  },
});

async function toModel({ role, text, attachments }: ChatMessage): Promise<ModelMessage> {
  if (role === "assistant" || attachments.length === 0) return { role, content: text };
  const images = attachments.map(async ({ path, mimeType }) => ({
    type: "image" as const,
    image: await readFile(path),
    mediaType: mimeType,
  }));
  return { role, content: [{ type: "text", text }, ...(await Promise.all(images))] };
}
