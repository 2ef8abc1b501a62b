/** One change of what a run has given before: what is to be done, where, and with what. */
type Edit = [action: string, path: (string | number)[], value: unknown];

interface Message {
  msg: string;
  success?: boolean;
  message?: string;
  output?: { data?: unknown[]; error?: string | null };
}

/**
 * Reads the stream of one run, in the protocol that Gradio calls `sse_v3`. Its first outputs are whole, each
 * of those behind them is a list of changes, and the end is the last of them once more.
 *
 * @param onOutputs called for each yield, or once with what a function returns; the outputs are its to read,
 *   until the next call
 * @returns takes the stream's text as it comes, cut anywhere; true once the run has ended
 * @throws Error where the run fails, and where its end is not what its changes came to
 */
export function readGradioStream(
  onOutputs: (outputs: unknown[]) => void,
): (text: string) => boolean {
  let rest = "";
  let outputs: unknown[] | undefined;
  let ended = false;

  function take({ msg, success, message, output }: Message): void {
    if (msg === "unexpected_error" || success === false) {
      throw new Error(`Gradio's run failed: ${message ?? output?.error ?? JSON.stringify(output)}`);
    }
    const data = output?.data ?? [];
    if (msg === "process_generating") {
      const before = outputs;
      outputs = before ? data.map((edits, at) => edited(before[at], edits as Edit[])) : data;
      onOutputs(outputs);
    } else if (msg === "process_completed") {
      if (!outputs) onOutputs(data);
      else if (JSON.stringify(outputs) !== JSON.stringify(data)) {
        throw new Error(
          `Gradio's run ended with ${JSON.stringify(data)}; its changes came to others.`,
        );
      }
      ended = true;
    }
  }

  return (text) => {
    const events = (rest + text).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) take(JSON.parse(event.replace(/^data: /, "")));
    return ended;
  };
}

/** Only what the workloads of app.py make of their outputs: texts that grow, numbers, files. */
function edited(value: unknown, edits: Edit[]): unknown {
  return edits.reduce((now, [action, path, given]) => {
    if (action === "append" && path.length === 0) return `${now}${given}`;
    if (action === "replace" && path.length === 0) return given;
    const [key = ""] = path;
    if (action === "replace" && path.length === 1) return { ...(now as object), [key]: given };
    throw new Error(`Gradio changed an output in a way that is not known here: ${action} ${path}.`);
  }, value);
}
