import { audio, defineDemo, text } from "yieldcast";
import { speakBy } from "./_speech-endpoint";
import { syllablesOf } from "./_syllables";
import { createVoice, sampleRate } from "./_vocal-tract";

const { SPEECH_URL: url, SPEECH_API_KEY: key = "" } = process.env;
const { SPEECH_MODEL: model = "tts-1", SPEECH_VOICE: voice = "alloy" } = process.env;

export default defineDemo({
  title: "Speech",
  description: "Streams the voice of any OpenAI-compatible speech endpoint while it still speaks.",
  inputs: {
    words: text({
      minLength: 1,
      maxLength: 4000,
      default:
        "A generator yields its first words, and you hear them before it knows the last ones.",
    }),
  },
  examples: [
    { words: "How much wood would a woodchuck chuck, if a woodchuck could chuck wood?" },
    { words: "Attention please: the next generator departs from platform three." },
  ],
  outputs: { voice: audio({ streaming: true, autoplay: true }) },
  async *run({ words }, { signal, sleep, notify }) {
    if (url) {
      const mp3 = speakBy({ url, key, model, voice }, words, signal);
      for await (const piece of mp3) yield { voice: piece };
      return;
    }
    notify("info", "A local voice without words hums the syllables, as SPEECH_URL is not set.");
    const say = createVoice();
    for (const syllable of syllablesOf(words)) {
      const pcm = say(syllable);
      yield { voice: { pcm, sampleRate } };
      await sleep((pcm.length / sampleRate) * 800); // a little faster than it is heard
    }
  },
});
