import type { Result } from "./transport";

/** Every result until the operation is complete. */
export async function collect<Data>(results: AsyncIterable<Result<Data>>): Promise<Result<Data>[]> {
  const all: Result<Data>[] = [];
  for await (const result of results) all.push(result);
  return all;
}

/** The data of every result until the operation is complete; a result with errors is thrown. */
export async function collectData<Data>(results: AsyncIterable<Result<Data>>): Promise<Data[]> {
  return (await collect(results)).map(dataOf);
}

/** The data of the next `most` results; the operation goes on. */
export async function take<Data>(
  results: AsyncIterableIterator<Result<Data>, undefined>,
  most: number,
): Promise<Data[]> {
  const taken: Data[] = [];
  while (taken.length < most) {
    const { value, done } = await results.next();
    if (done) throw new Error(`Only ${taken.length} results came, not ${most}.`);
    taken.push(dataOf(value));
  }
  return taken;
}

export function dataOf<Data>({ data, errors }: Result<Data>): Data {
  if (!data || errors) throw new Error(`A result has errors: ${JSON.stringify(errors)}`);
  return data;
}
