import { describe, expect, test } from "@jest/globals";
import { inSlices } from "@/app/_ui/kinds/in-slices";
import { cellWords, shapeOf } from "@/app/_ui/kinds/table/column-shape";
import { writeCsv } from "@/app/_ui/kinds/table/csv";
import { joinTable, type Row, type WireColumn } from "@/app/_ui/kinds/table/joined-table";
import { compareRows, orderRows } from "@/app/_ui/kinds/table/row-order";
import { itemsOf, listOf } from "@/lib/kinds/grown-list";
import type { Column, TableOptions } from "@/lib/kinds/table";
import { type LoggedTable, tableOutput } from "@/lib/kinds/table/output";

const writer = (options: TableOptions, maxValueBytes = 1_000_000) => {
  const context = { maxValueBytes, keepBytes: async () => "", readableFolders: [] };
  const { write } = tableOutput.writer(options, context);
  return (value: unknown) => write(value) as LoggedTable;
};
const rowsOf = ({ rows }: LoggedTable) => itemsOf(rows);
const seen = (logged: LoggedTable) => ({ rows: rowsOf(logged), reset: logged.reset });

describe("the columns of a table", () => {
  test("are those of its first rows, with what their cells are", () => {
    const logged = writer({})([
      { a: 1, b: "x", c: true },
      { a: null, d: new Date(0), b: 5 },
    ]);
    expect(logged.columns.map(({ name, type }) => [name, type])).toEqual([
      ["a", "number"],
      ["b", "text"],
      ["c", "boolean"],
      ["d", "date"],
    ]);
    expect(rowsOf(logged)).toEqual([
      [1, "x", true, null],
      [null, 5, null, "1970-01-01T00:00:00.000Z"],
    ]);
  });

  test("are counted where the rows are lists", () => {
    const { columns } = writer({})([[1], [2, "x"]]);
    expect(columns.map(({ label, type }) => [label, type])).toEqual([
      ["1", "number"],
      ["2", "text"],
    ]);
  });

  test("may be declared in part, and rows be lists or objects", () => {
    const write = writer({ columns: ["a", { name: "b", label: "B", type: "text" }], append: true });
    const logged = write([[1, "x"], { b: "y" }]);
    expect(logged.columns).toEqual([
      { name: "a", label: "a", type: "number" },
      { name: "b", label: "B", type: "text" },
    ]);
    expect(rowsOf(logged)).toEqual([
      [1, "x"],
      [null, "y"],
    ]);
  });

  test.each<[unknown, RegExp]>([
    [[], /columns must be a list of 1 to 256 columns/],
    ["a", /columns must be a list/],
    [[5], /each of columns must be a name or have one; got 5/],
    [[""], /each of columns must be a name/],
    [["a", "a"], /columns has two named "a"/],
    [[{ name: "a", type: "date-time" }], /must be one of text, number, boolean, date; got "date-t/],
    [[{ name: "a", label: 5 }], /the label of the column "a" must be a text/],
    [Array.from({ length: 257 }, (_, at) => `c${at}`), /columns must be a list of 1 to 256/],
  ])("may not be %j", (columns, message) => {
    const faults = tableOutput.faults({ columns: columns as readonly Column[] });
    expect(faults).toEqual([expect.stringMatching(message)]);
  });
});

describe("a table's yields", () => {
  test("replace its rows; what only grows is sent as what is new", () => {
    const write = writer({});
    expect(seen(write([{ a: 1 }]))).toEqual({ rows: [[1]], reset: true });
    expect(seen(write([{ a: 1 }, { a: 2 }]))).toEqual({ rows: [[2]], reset: false });
    expect(seen(write({ rows: [{ a: 1 }, { a: 2 }] }))).toEqual({ rows: [], reset: false });
    expect(seen(write([{ a: 9 }]))).toEqual({ rows: [[9]], reset: true });
    expect(seen(write([{ b: 9 }]))).toEqual({ rows: [[9]], reset: true });
  });

  test("are put behind those before with append, several or one", () => {
    const write = writer({ append: true });
    expect(seen(write([]))).toEqual({ rows: [], reset: true });
    expect(seen(write({ a: 1 }))).toEqual({ rows: [[1]], reset: true });
    expect(seen(write([{ a: 1 }, [2]]))).toEqual({ rows: [[1], [2]], reset: false });
    expect(seen(write({ rows: [{ a: 3 }] }))).toEqual({ rows: [[3]], reset: false });
  });

  test("are copied, so that the generator may go on changing its own", () => {
    const own = [["x"]];
    const logged = writer({})(own);
    own[0]?.push("y");
    expect(rowsOf(logged)).toEqual([["x"]]);
  });

  test.each(
    (
      [
        [5, /expects rows: .*; got 5/],
        ["rows", /expects rows/],
        [null, /expects rows/],
        [[5], /each row to be an object or a list of cells; got 5 at 0/],
        [[null], /each row to be/],
        [[{ a: 1 }, { constructor: 1 }], /rows of the columns a; got one named "constructor"/],
        [[{ a: 1 }, { a: Number.NaN }], /a finite number or null in the column "a"; got NaN/],
        [[{ a: 1 }, { a: "x" }], /a finite number or null in the column "a"; got "x"/],
        [[{ a: true }, { a: 1 }], /true, false or null in the column "a"; got 1/],
        [[{ a: {} }], /a text, a number or a boolean in the column "a"; got \{\}/],
        [[{ a: 1n }], /in the column "a"; got 1n/],
        [[{ a: new Date(Number.NaN) }], /a Date or a date such as/],
        [[Array.from({ length: 257 }, () => 1)], /at most 256 columns; got 257/],
      ] as [unknown, RegExp][]
    ).map(([value, message]) => ({ value, message })),
  )("with append may not be what is answered $message", ({ value, message }) => {
    const write = writer({ append: true });
    if (Array.isArray(value) && value.length > 1) write([value[0]]);
    expect(() => write(value)).toThrow(message);
  });

  test.each(["2026-11-21", "2026-11-21T08:00:00Z", "2026-11-21T08:00:00.5+02:00"])(
    "may have the date %p",
    (date) => {
      expect(rowsOf(writer({ columns: [{ name: "d", type: "date" }] })([[date]]))).toEqual([
        [date],
      ]);
    },
  );
  test.each(["21.11.2026", "2026-13-41", "yesterday", 0])("may not have the date %p", (date) => {
    const write = writer({ columns: [{ name: "d", type: "date" }] });
    expect(() => write([[date]])).toThrow(/a Date or a date such as 2026-11-21T08:00:00Z/);
  });

  test("may not be larger than one may be, and the limit's setting is named", () => {
    expect(() => writer({})([["x".repeat(1_000_000)]])).toThrow(/YIELDCAST_MAX_VALUE_BYTES/);
    const row = [1, 2, 3];
    expect(() => writer({})(Array.from({ length: 50_000 }, () => row))).toThrow(
      /1,000,000 characters of cells.*got more in 50,000 rows/,
    );
  });
});

describe("tables that were logged", () => {
  const write = writer({ append: true });
  const [a, b] = [write([[1]]), write([[2], [3]])];
  const reset = { ...write([[4]]), reset: true };
  const { merge } = tableOutput;

  test.each([
    ["grow", [a, b, b], [[1], [2], [3], [2], [3]]],
    ["are replaced", [a, reset, b], [[4], [2], [3]]],
    ["are replaced last", [a, b, reset], [[4]]],
  ] as const)("%s, merged in any grouping", (_, [x, y, z], rows) => {
    const [left, right] = [merge(merge(x, y), z), merge(x, merge(y, z))];
    expect(rowsOf(left)).toEqual(rows);
    expect(rowsOf(right)).toEqual(rows);
    expect([left.reset, left.size, left.columns]).toEqual([right.reset, right.size, right.columns]);
  });

  test.each([1, 100, 1e9])("come in pieces of %d bytes that merge into them again", (size) => {
    const state = merge(a, b);
    const pieces = tableOutput.pieces?.(state, size) ?? [];
    expect(pieces.map((piece) => piece.reset)).toEqual(pieces.map((_, at) => at === 0));
    expect(rowsOf(pieces.reduce(merge))).toEqual(rowsOf(state));
  });
});

const columns: readonly WireColumn[] = [
  { name: "n", label: "n", type: "NUMBER" },
  { name: "t", label: "=t", type: "TEXT" },
];

describe("a table on the page", () => {
  test("grows, and keeps what it was for who looks back", () => {
    const first = joinTable(undefined, { columns, delta: [[1, "a"]], reset: true });
    const second = joinTable(first, { columns: [...columns], delta: [[2, "b"]], reset: false });
    const third = joinTable(second, { columns, delta: [[3, "c"]], reset: true });
    expect([first, second, third].map(({ items }) => itemsOf(items))).toEqual([
      [[1, "a"]],
      [
        [1, "a"],
        [2, "b"],
      ],
      [[3, "c"]],
    ]);
    expect(second.origin).toBe(first.origin);
    expect(second.columns).toBe(first.columns);
    expect(third.origin).not.toBe(first.origin);
  });

  test("has numbers of one column with as many decimals, and cuts what is long", () => {
    const items = listOf<Row>([
      [0.5, "a"],
      [0.123456, "b".repeat(1000)],
      [null, null],
    ]);
    const [number = { width: 0, decimals: 0 }, text = number] = shapeOf({
      columns,
      items,
      origin: {},
    });
    const [n = columns[0], t = n] = columns;
    if (!n || !t) throw new Error("There are two columns");
    expect([0.5, 1, 1e-7, 1e20, null].map((cell) => cellWords(cell, n, number))).toEqual([
      "0.5000",
      "1.0000",
      "1.00e-7",
      "1.00e+20",
      "",
    ]);
    expect(text.width).toBe(36);
    expect(cellWords("b".repeat(1000), t, text)).toHaveLength(301);
    const date: WireColumn = { name: "d", label: "d", type: "DATE" };
    expect(cellWords("2026-11-21T08:00:00.000Z", date, text)).toBe("2026-11-21 08:00:00");
    expect(cellWords("2026-11-21", date, text)).toBe("2026-11-21");
  });
});

describe("a table as CSV", () => {
  const csvOf = (rows: readonly Row[], order?: Uint32Array) => {
    let csv = "";
    inSlices(writeCsv({ columns, items: listOf(rows) }, order), (whole) => {
      csv = whole;
    });
    return csv;
  };

  test.each<[string | number | boolean | null, string]>([
    ["=1+1", `"'=1+1"`],
    ["+1", `"'+1"`],
    ["-1", `"'-1"`],
    ["@SUM(A1)", `"'@SUM(A1)"`],
    ["\tx", `"'\tx"`],
    ["\rx", `"'\rx"`],
    ["＝1", `"'＝1"`],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['a "b", c', '"a ""b"", c"'],
    ["line\nline", '"line\nline"'],
    [" x ", '" x "'],
    ["plain", "plain"],
    ["a=b", "a=b"],
    ["", ""],
    [null, ""],
    [-5, "-5"],
    [1e-7, "1e-7"],
    [true, "true"],
  ])("has %p as %s", (cell, written) => {
    expect(csvOf([[0, cell]])).toBe(`n,"'=t"\r\n0,${written}\r\n`);
  });

  test("has the rows in the order in which they stand", () => {
    const rows: Row[] = [[0, "a"], [1, "b"], [2, "c"]]; // biome-ignore format: one below the other says less.
    expect(csvOf(rows, Uint32Array.of(2, 0, 1))).toBe(`n,"'=t"\r\n2,c\r\n0,a\r\n1,b\r\n`);
  });
});

describe("a sorted table", () => {
  const sort = (rows: readonly Row[], column: number, descending: boolean, known = 0) => {
    const compare = compareRows(rows, columns[column]?.type ?? "TEXT", { column, descending });
    const finish = (order: Uint32Array, count: number) => {
      const steps = orderRows(order, count, compare);
      for (;;) {
        const { value, done } = steps.next();
        if (done) return value;
      }
    };
    const before = finish(new Uint32Array(), known);
    return [...finish(before, rows.length)];
  };
  const rows: Row[] = [[3, "b"], [null, "a10"], [1, "a9"], [3, null], [2, "B"]]; // biome-ignore format: as above.

  test("stands by number or by text, empty cells last, equals in the order of their rows", () => {
    expect(sort(rows, 0, false)).toEqual([2, 4, 0, 3, 1]);
    expect(sort(rows, 0, true)).toEqual([0, 3, 4, 2, 1]);
    expect(sort(rows, 1, false)).toEqual([2, 1, 0, 4, 3]);
  });

  test.each([0, 1, 2, 3, 4, 5])("comes to the same where %d rows were sorted before", (known) => {
    for (const column of [0, 1]) {
      for (const descending of [true, false]) {
        expect(sort(rows, column, descending, known)).toEqual(sort(rows, column, descending));
      }
    }
  });

  test("takes 100,000 rows, in steps of a part of a frame", () => {
    const many = Array.from({ length: 100_000 }, (_, at): Row => [(at * 7919) % 100_003, ""]);
    const compare = compareRows(many, "NUMBER", { column: 0, descending: false });
    const steps = orderRows(new Uint32Array(), many.length, compare);
    let pauses = 0;
    let order = new Uint32Array();
    for (;;) {
      const { value, done } = steps.next();
      if (done) {
        order = value as Uint32Array<ArrayBuffer>;
        break;
      }
      pauses++;
    }
    expect(pauses).toBeGreaterThan(500);
    const values = [...order].map((row) => many[row]?.[0] as number);
    expect(values.every((value, at) => at === 0 || (values[at - 1] ?? 0) <= value)).toBe(true);
  });
});
