import { defineDemo, plot, slider, table } from "yieldcast";
import { createNetwork } from "./_tiny-network";
import { makeSpirals } from "./_two-spirals";

export default defineDemo({
  title: "Training curve",
  description: "A small neural network learns to tell two spirals apart, while you watch.",
  inputs: {
    units: slider({ min: 2, max: 48, default: 24, label: "Hidden units" }),
    rate: slider({ min: 0.001, max: 0.1, step: 0.001, default: 0.01, label: "Learning rate" }),
    noise: slider({ min: 0, max: 1, step: 0.05, default: 0.5 }),
    epochs: slider({ min: 10, max: 300, default: 120 }),
    seed: slider({ min: 1, max: 100, default: 1 }),
  },
  examples: {
    run: true,
    of: {
      "As many as it needs": {},
      "Too few units": { units: 4 },
      "Too fast": { rate: 0.08 },
    },
  },
  outputs: {
    loss: plot({ x: "epoch", y: "loss", color: { field: "points", title: null }, append: true }),
    epochs: table({
      columns: [
        { name: "epoch", label: "Epoch", type: "number" },
        { name: "training", label: "Training loss", type: "number" },
        { name: "validation", label: "Validation loss", type: "number" },
        { name: "accuracy", label: "Right, in %", type: "number" },
      ],
      append: true,
    }),
  },
  async *run({ units, rate, noise, epochs, seed }, { sleep, progress }) {
    const known = makeSpirals(200, noise, seed);
    const unknown = makeSpirals(400, noise, seed + 1000);
    const network = createNetwork(units, seed);
    for (let epoch = 1; epoch <= epochs; epoch++) {
      network.train(known, rate);
      const [training, validation] = [network.measure(known), network.measure(unknown)];
      const accuracy = 100 * validation.accuracy;
      progress(epoch, epochs, `Epoch ${epoch}: ${accuracy.toFixed(1)} % right`);
      yield {
        loss: [
          { epoch, loss: training.loss, points: "training" },
          { epoch, loss: validation.loss, points: "validation" },
        ],
        epochs: { epoch, training: training.loss, validation: validation.loss, accuracy },
      };
      await sleep(40);
    }
  },
});
