import type { GrownList } from "../../lib/kinds/grown-list";
import type { TableOptions } from "../../lib/kinds/table";
import type { KnownColumn } from "../../lib/kinds/table/columns";
import type { LoggedRow, LoggedTable } from "../../lib/kinds/table/output";
import { rowFields } from "../row-fields";
import type { FieldKind } from "./kind";

interface TableOnWire extends LoggedTable {
  readonly whole: GrownList<LoggedRow>;
  readonly wholeSize: number;
}

export const tableField: FieldKind<TableOptions, LoggedTable, TableOnWire> = {
  define(builder) {
    const cellType = builder.enumType("CellType", {
      description: "What the cells of a column are. A `DATE` is written as ISO 8601 has it.",
      values: {
        TEXT: { value: "text" },
        NUMBER: { value: "number" },
        BOOLEAN: { value: "boolean" },
        DATE: { value: "date" },
      } as const,
    });
    const column = builder.objectRef<KnownColumn>("TableColumn").implement({
      description: "A column of a table.",
      fields: (t) => ({
        name: t.exposeString("name"),
        label: t.exposeString("label"),
        type: t.field({ type: cellType, resolve: ({ type }) => type }),
      }),
    });
    const type = builder.objectRef<TableOnWire>("Table").implement({
      description:
        "A table. A row is a list of cells in the order of the columns; an empty cell is `null`. A client keeps `reset ? delta : [...rows, ...delta]`.",
      fields: (t) => ({
        columns: t.field({ type: [column], resolve: ({ columns }) => columns }),
        ...rowFields(t, "All rows."),
      }),
    });
    return () => ({
      type,
      resolve(logged, event, name) {
        const found = event.whole[name];
        const whole = found?.kind === "table" ? found : logged;
        return { ...logged, whole: whole.rows, wholeSize: whole.size };
      },
    });
  },
  selection: "{ columns { name label type } delta reset }",
};
