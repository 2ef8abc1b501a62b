import { expressionInterpreter } from "vega-interpreter";
import { boundFunctions, signs } from "./bounded-functions";
import type { ExpressionMeter } from "./expression-meter";

/** A part of an expression's tree, as Vega parses it. */
interface Node {
  readonly type?: string;
  readonly [part: string]: unknown;
}

type Make = (context: Context, expression: object) => (...given: unknown[]) => unknown;

/** What Vega hands on to what interprets its expressions. */
interface Context {
  readonly functions: object;
}

/**
 * Vega's interpreter of expressions, for specs that may be anybody's: what they make, search and go through
 * is bounded.
 *
 * @param meter of one plot
 * @throws from where an expression is evaluated, an ExpressionFault that names what has gone too far
 */
export function createBoundedInterpreter(meter: ExpressionMeter): typeof expressionInterpreter {
  const known = new WeakMap<object, object>();

  function bound({ functions }: Context): object {
    const bounded = known.get(functions) ?? boundFunctions(functions, meter);
    known.set(functions, bounded);
    return bounded;
  }

  function boundMake(make: Make, isEvent: boolean): Make {
    return (context, expression) => {
      const { tree, nodes } = rewrite(expression);
      const evaluate = make({ functions: bound(context) }, tree);
      return (...given) => {
        if (isEvent) meter.renew();
        meter.spend(nodes, "An expression");
        return evaluate(...given);
      };
    };
  }

  const makes = Object.entries(expressionInterpreter as unknown as { [name: string]: Make });
  return Object.fromEntries(
    makes.map(([name, make]) => [name, boundMake(make, name === "event" || name === "handler")]),
  ) as unknown as typeof expressionInterpreter;
}

/** Has calls in the place of signs that can make much of little, and counts what is walked. */
function rewrite(expression: object): { tree: object; nodes: number } {
  let nodes = 0;
  function copy(part: unknown): unknown {
    if (Array.isArray(part)) return part.map(copy);
    if (typeof part !== "object" || part === null || part instanceof RegExp) return part;
    const { type, operator } = part as Node;
    const whole: Node = Object.fromEntries(
      Object.entries(part).map(([name, inner]) => [name, copy(inner)]),
    );
    if (type === undefined) return whole;
    nodes += 1;
    if (type === "BinaryExpression" && operator === "+") {
      return call(signs.plus, [whole.left, whole.right]);
    }
    if (type === "ArrayExpression") return call(signs.list, whole.elements);
    return whole;
  }
  return { tree: copy(expression) as object, nodes };
}

function call(name: string, given: unknown): Node {
  return {
    type: "CallExpression",
    callee: { type: "Identifier", name },
    arguments: given,
  };
}
