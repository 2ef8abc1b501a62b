import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { streamText } from "ai";
import { defineDemo, text } from "yieldcast";
import { babble } from "./_babble";

const { OPENAI_BASE_URL, OPENAI_API_KEY = "", OPENAI_MODEL = "gpt-4o-mini" } = process.env;

export default defineDemo({
  title: "Chat",
  description: "Streams the tokens of any OpenAI-compatible endpoint.",
  inputs: {
    message: text({ minLength: 1, maxLength: 4000, default: "What is a generator?" }),
  },
  outputs: { reply: text({ append: true }) },
  async *run({ message }, { signal, sleep, notify }) {
    if (!OPENAI_BASE_URL) {
      notify("info", "A small local text generator answers, as OPENAI_BASE_URL is not set.");
      for (const word of babble(message)) {
        yield { reply: word };
        await sleep(40);
      }
      return;
    }
    const endpoint = { name: "chat", baseURL: OPENAI_BASE_URL, apiKey: OPENAI_API_KEY };
    const model = createOpenAICompatible(endpoint).chatModel(OPENAI_MODEL);
    for await (const part of streamText({ model, prompt: message, abortSignal: signal })
      .fullStream) {
      if (part.type === "text-delta") yield { reply: part.text };
      if (part.type === "error") throw part.error;
    }
  },
});
