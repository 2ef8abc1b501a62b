/** Milliseconds before each further try. */
const pauses = [200, 800, 2000];

/**
 * The bytes of a chunk.
 *
 * @throws where they are not kept any more, after some tries where the server cannot be reached, and
 * when `signal` says so
 */
export async function loadChunk(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await fetch(url, { signal });
      if (answer.ok) return await answer.arrayBuffer();
      if (answer.status < 500 && answer.status !== 429)
        throw new ChunkGoneError(url, answer.status);
    } catch (error) {
      if (signal.aborted || error instanceof ChunkGoneError) throw error;
    }
    const pause = pauses[attempt];
    if (pause === undefined) throw new Error(`${url} could not be loaded.`);
    await wait(pause, signal);
  }
}

class ChunkGoneError extends Error {
  constructor(url: string, status: number) {
    super(`${url} is not to be had: the server answers ${status}.`);
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", stop);
    function done() {
      signal.removeEventListener("abort", stop);
      resolve();
    }
    function stop() {
      clearTimeout(timer);
      reject(signal.reason);
    }
  });
}
