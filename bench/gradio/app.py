"""The workloads of bench/demos, as apps for Gradio. `python app.py count 7860` serves one of them.

Each app is what Gradio's guides would have somebody write. Its limits are lifted as far as its
documentation lets: no longest queue, no most runs at once, many threads.
"""

import asyncio
import io
import os
import shutil
import sys
import tempfile
import time
import wave
from pathlib import Path

import gradio as gr
import numpy as np

MEDIA = Path(__file__).parents[2] / "tests" / "fixtures" / "media" / "timed"
RATE = 48_000


async def pace(steps: int, per_second: float):
    """Counts at a steady rate: a step that came late is made up for."""
    began = time.monotonic()
    for step in range(steps):
        wait = began + step / per_second - time.monotonic()
        if wait > 0:
            await asyncio.sleep(wait)
        yield step


async def count(to: int):
    for number in range(to):
        yield number


async def tokens(amount: int, per_second: float):
    """Each token is the instant of its yield, in milliseconds since the epoch."""
    reply = ""
    async for _ in pace(amount, per_second):
        # A text has no way to be appended to: each yield is the whole of it.
        reply += f"{time.time() * 1000} "
        yield reply


async def long_text(amount: int):
    reply = ""
    for token in range(amount):
        reply += f"{token % 10_000:04} "
        yield reply


async def strings(amount: int, per_second: float):
    async for step in pace(amount, per_second):
        yield f"{step}".ljust(50_000, "x")


def noise(frame: int):
    """A frame with its number on it: eight squares, black or white, which a lossy format keeps."""
    picture = np.random.default_rng().integers(0, 256, (600, 600, 3), dtype=np.uint8)
    for bit in range(8):
        picture[:32, bit * 32 : bit * 32 + 32] = 255 * (frame >> bit & 1)
    return picture


def frames(amount: int):
    for frame in range(amount):
        yield noise(frame)


def generator_alone(amount: int):
    """Milliseconds of processor time that a frame costs before Gradio has it."""
    began = time.thread_time()
    for frame in range(amount):
        noise(frame)
    return (time.thread_time() - began) * 1000 / amount


def fake_diffusion(steps: int):
    for step in range(steps):
        time.sleep(1)
        yield noise(step)
    yield np.full((1000, 1000, 3), (255, 124, 0), dtype=np.uint8)


def sound(chunks: int, milliseconds: int):
    """Noise as in bench/demos/bench-sound.ts: no silence can be in it."""
    samples = np.random.default_rng(1).integers(-8192, 8192, RATE * milliseconds // 1000)
    file = io.BytesIO()
    with wave.open(file, "wb") as chunk:
        chunk.setnchannels(1)
        chunk.setsampwidth(2)
        chunk.setframerate(RATE)
        chunk.writeframes(samples.astype("<i2").tobytes())
    for _ in range(chunks):
        yield file.getvalue()
        time.sleep(milliseconds * 0.9 / 1000)


def film(ending: str):
    # It takes no stream that has another ending than these.
    folder = Path(tempfile.mkdtemp(dir=os.environ["GRADIO_TEMP_DIR"]))
    parts = [folder / f"{part}.{ending}" for part in range(5)]
    for part in parts:
        shutil.copy(MEDIA / part.name.replace(".ts", ".m2ts"), part)
    for part in parts:
        yield str(part)
        time.sleep(1.8)


async def job():
    await asyncio.sleep(0.01)
    return 42


async def three():
    for number in range(1, 4):
        yield number


def blocked(seconds: float):
    """Says that it is at work, and then waits whatever happens."""
    yield time.time() * 1000
    time.sleep(seconds)


def app(*runs):
    """The leanest page that runs some functions: for each its inputs, a button, its output."""
    with gr.Blocks() as blocks:
        for function, inputs, output, *options in runs:
            for component in inputs:
                component.render()
            button = gr.Button("Run")
            output.render()
            button.click(function, inputs, output, **dict(*options))
    return blocks


def whole(value: int | None = None):
    return gr.Number(value, precision=0)


ONE = {"concurrency_limit": 1}
TOKENS = lambda: (tokens, [whole(160), gr.Number(20)], gr.Text())
FRAMES = lambda: (frames, [whole(60)], gr.Image())

APPS = {
    "count": lambda: app((count, [whole()], whole())),
    "tokens": lambda: app(TOKENS()),
    "long-text": lambda: app((long_text, [whole()], gr.Text())),
    "strings": lambda: app((strings, [whole(), gr.Number()], gr.Text())),
    "frames": lambda: app(FRAMES()),
    "generator-alone": lambda: app((generator_alone, [whole()], gr.Number())),
    # As in Gradio's own guide to streaming.
    "fake-diffusion": lambda: gr.Interface(
        fake_diffusion, gr.Slider(1, 10, 3, step=1), "image"
    ),
    "sound": lambda: app(
        (sound, [whole(10), whole(1000)], gr.Audio(streaming=True, autoplay=True))
    ),
    "film": lambda: app(
        (film, [gr.Text("mp4")], gr.Video(streaming=True, autoplay=True))
    ),
    "flood": lambda: app((job, [], whole(), ONE), TOKENS()),
    "soak": lambda: app((three, [], whole()), FRAMES()),
    "blocked": lambda: app((blocked, [gr.Number()], gr.Number(), ONE)),
}

if __name__ == "__main__":
    name, port = sys.argv[1:]
    served = APPS[name]()
    served.queue(max_size=None, default_concurrency_limit=None)
    served.launch(
        server_name="127.0.0.1",
        server_port=int(port),
        max_threads=1000,
        state_session_capacity=100_000,
        show_error=True,
        quiet=True,
        share=False,
    )
