import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
} from "graphql";
import type { Wants } from "../lib/run/wants";

const ofYields = ["seq", "yields", "cursor", "elapsedMs"];
const ofStatus = ["status", "error", "startedAt", "endedAt"];

/** What of a run an operation looks at: a subscription's viewer is sent nothing else. */
export function wantsOf(info: GraphQLResolveInfo): Wants {
  const names = new Set<string>();
  const ofRun = new Set<string>();
  for (const field of fieldsBelow(info.fieldNodes, info)) {
    names.add(field.name.value);
    if (field.name.value !== "run") continue;
    for (const { name } of fieldsBelow([field], info)) ofRun.add(name.value);
  }
  const any = (fields: string[]) => fields.some((field) => ofRun.has(field));
  return {
    outputs: names,
    yields: ofYields.some((field) => names.has(field)),
    run: names.has("run"),
    status: any(ofStatus),
    progress: ofRun.has("progress"),
    notices: ofRun.has("notices"),
    position: any(["position", "etaSeconds"]),
    viewers: ofRun.has("viewers"),
  };
}

/** The fields that are selected directly below some fields, through fragments. */
export function fieldsBelow(parents: readonly FieldNode[], info: GraphQLResolveInfo): FieldNode[] {
  const found: FieldNode[] = [];
  const seen = new Set<FragmentDefinitionNode>();
  function walk(selections: readonly SelectionNode[]): void {
    for (const node of selections) {
      if (!isIncluded(node, info)) continue;
      if (node.kind === Kind.FIELD) {
        found.push(node);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        walk(node.selectionSet.selections);
      } else {
        const fragment = info.fragments[node.name.value];
        if (!fragment || seen.has(fragment)) continue;
        seen.add(fragment);
        walk(fragment.selectionSet.selections);
      }
    }
  }
  for (const parent of parents) walk(parent.selectionSet?.selections ?? []);
  return found;
}

function isIncluded(node: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variableValues);
  return skip?.if !== true && include?.if !== false;
}
