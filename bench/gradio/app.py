"""The workloads of bench/demos, as apps for Gradio. `python app.py count 7860` serves one of them.

Each app is what Gradio's guides would have somebody write. Its limits are lifted as far as its
documentation lets: no longest queue, no most runs at once, many threads.
"""

import asyncio
import io
import sys
import time
import wave
from pathlib import Path

import gradio as gr
import numpy as np

MEDIA = Path(__file__).parents[2] / "tests" / "fixtures" / "media"


def now() -> float:
    """Milliseconds since the epoch, by the clock that the client reads too."""
    return time.time() * 1000


async def count(to: int):
    for number in range(to):
        yield number


async def tokens(amount: int, per_second: float):
    began = time.monotonic()
    reply = ""
    for token in range(amount):
        wait = began + token / per_second - time.monotonic()
        if wait > 0:
            await asyncio.sleep(wait)
        # A text has no way to be appended to: each yield is the whole of it.
        reply += f"{now()} "
        yield reply


async def long_text(amount: int):
    reply = ""
    for token in range(amount):
        reply += f"{token:04} "
        yield reply


def frames(amount: int):
    generator = np.random.default_rng()
    for _ in range(amount):
        yield generator.integers(0, 256, (600, 600, 3), dtype=np.uint8)


def fake_diffusion(steps: int):
    generator = np.random.default_rng()
    for _ in range(steps):
        time.sleep(1)
        yield generator.integers(0, 256, (600, 600, 3), dtype=np.uint8)
    yield np.full((1000, 1000, 3), (255, 124, 0), dtype=np.uint8)


def sound(pieces: int, milliseconds: int):
    rate = 48_000
    samples = np.arange(rate * milliseconds // 1000) % 100 * 100 + 1
    file = io.BytesIO()
    with wave.open(file, "wb") as piece:
        piece.setnchannels(1)
        piece.setsampwidth(2)
        piece.setframerate(rate)
        piece.writeframes(samples.astype("<i2").tobytes())
    for _ in range(pieces):
        yield file.getvalue()
        time.sleep(milliseconds / 1000 * 0.9)


def film(folder: str, ending: str):
    for part in sorted(Path(folder or MEDIA).glob(f"part-*.{ending}")):
        yield str(part)
        time.sleep(0.9)


async def large(amount: int, per_second: float):
    began = time.monotonic()
    for at in range(amount):
        wait = began + at / per_second - time.monotonic()
        if wait > 0:
            await asyncio.sleep(wait)
        yield f"{at} ".ljust(50_000, "x")


async def job(number: int):
    await asyncio.sleep(0.01)
    return number


def blocked(seconds: float):
    """Only one at a time, and nothing in it heeds that it shall end."""
    time.sleep(seconds)
    return now()


def page(function, inputs, output, **options):
    """The leanest page that runs a function: its inputs, a button, its output."""
    with gr.Blocks() as blocks:
        for component in [*inputs, output]:
            component.render()
        gr.Button("Run").click(function, inputs, output, **options)
    return blocks


def whole(value: int | None = None):
    return gr.Number(value, precision=0)


APPS = {
    "count": lambda: page(count, [whole()], whole()),
    "tokens": lambda: page(tokens, [whole(), gr.Number()], gr.Text()),
    "long-text": lambda: page(long_text, [whole()], gr.Text()),
    "frames": lambda: page(frames, [whole(60)], gr.Image()),
    # As in Gradio's own guide to streaming.
    "fake-diffusion": lambda: gr.Interface(
        fake_diffusion, gr.Slider(1, 10, 3, step=1), "image"
    ),
    "sound": lambda: page(
        sound, [whole(10), whole(1000)], gr.Audio(streaming=True, autoplay=True)
    ),
    "film": lambda: page(
        film, [gr.Text(), gr.Text("mp4")], gr.Video(streaming=True, autoplay=True)
    ),
    "large": lambda: page(large, [whole(), gr.Number()], gr.Text()),
    "job": lambda: page(job, [whole()], whole()),
    "blocked": lambda: page(blocked, [gr.Number()], gr.Number(), concurrency_limit=1),
}

if __name__ == "__main__":
    name, port = sys.argv[1:]
    app = APPS[name]()
    app.queue(max_size=None, default_concurrency_limit=None)
    app.launch(
        server_name="127.0.0.1",
        server_port=int(port),
        max_threads=1000,
        state_session_capacity=100_000,
        show_error=True,
        quiet=True,
        share=False,
    )
