import { Unzip, UnzipInflate } from 'fflate';
import readSheets from 'read-excel-file/node';
import { UnreadableFile } from './unreadable-file.ts';

/** The first sheet of a spreadsheet, each cell as the text that a person reads in it, and the names of the other sheets. */
export type Sheet = { readonly name: string; readonly others: readonly string[]; readonly rows: readonly (readonly string[])[] };

const megabytes = 60;
const pieceBytes = 65_536;

/** What stands in a cell whose formula went wrong: held wherever a day, a number or a word is meant, and never taken for an empty cell. */
const wentWrong = '#ERROR';

/**
 * Reads an .xlsx file. Days are told by the format of their cells, as the spreadsheet shows them; a cell that is a number and looks like a day stays a
 * number. Refuses another zip, a workbook whose first sheet is empty, and one that unpacks to more than 60 MB.
 */
export async function sheetOf(bytes: Uint8Array): Promise<Sheet> {
  const parts = await partsOf(bytes);
  if (!parts.has(workbook)) throw new UnreadableFile({ code: 'file-is-zip' });
  const [first, ...others] = await readSheets(Buffer.from(bytes), { trim: false }).catch(() => {
    throw new UnreadableFile({ code: 'file-is-zip' });
  });
  if (first === undefined || first.data.length === 0) throw new UnreadableFile({ code: 'sheet-empty' });
  const wrong = wrongCells(parts);
  const rows = first.data.map((cells, row) =>
    cells.map((cell: unknown, column) => (wrong.has(`${column} ${row}`) ? wentWrong : cellText(cell))),
  );
  return { name: first.sheet, others: others.map(({ sheet }) => sheet), rows };
}

/** A cell as text: a day as 2026-03-09, a time of day as 17:30, a moment as both. */
function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (!(cell instanceof Date)) return '';
  // Spreadsheets count parts of a day in fractions that fall a little short of the minute.
  const [day = '', time = ''] = new Date(Math.round(cell.getTime() / 1_000) * 1_000).toISOString().split(/[T.]/);
  const clock = time.slice(0, 5);
  if (daysCountedFrom.has(day)) return clock;
  return clock === '00:00' ? day : `${day} ${clock}`;
}

/** A time without a day is kept as one of the day that a spreadsheet counts from, of which there are two. */
const daysCountedFrom = new Set(['1899-12-30', '1904-01-01']);

const workbook = 'xl/workbook.xml';
const links = 'xl/_rels/workbook.xml.rels';
const sheetPath = /^xl\/worksheets\/[^/]+\.xml$/;

/** The parts of a spreadsheet that say where its sheets are, and of each sheet the cells whose formula went wrong. Unpacked a piece at a time. */
async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>();
  let unpacked = 0;
  let isBroken = false;
  const unzip = new Unzip((file) => {
    const isSheet = sheetPath.test(file.name);
    const decoder = new TextDecoder();
    let text = '';
    file.ondata = (error, piece, last) => {
      isBroken ||= error !== null;
      unpacked += error === null ? piece.length : 0;
      if (isBroken || unpacked > megabytes * 1_048_576) return;
      text += decoder.decode(piece, { stream: !last });
      if (isSheet) {
        parts.set(file.name, (parts.get(file.name) ?? '') + errorsIn(text, last));
        text = last ? '' : text.slice(text.lastIndexOf('<'));
      } else if (last) parts.set(file.name, text);
    };
    if (isSheet || file.name === workbook || file.name === links) file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    isBroken ||= !pushed(() => unzip.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length));
    if (isBroken) throw new UnreadableFile({ code: 'file-is-zip' });
    if (unpacked > megabytes * 1_048_576) throw new UnreadableFile({ code: 'sheet-too-large', megabytes });
    // Requests that wait are answered between two pieces.
    await new Promise((done) => setImmediate(done));
  }
  return parts;
}

function pushed(push: () => void): boolean {
  try {
    push();
    return true;
  } catch {
    return false;
  }
}

const errorCell = /<c\b[^<>]*\bt="e"[^<>]*>/g;

/** The opening tags of cells that hold an error, in a piece of a sheet that may break off inside a tag. */
const errorsIn = (text: string, last: boolean): string =>
  ((last ? text : text.slice(0, text.lastIndexOf('<'))).match(errorCell) ?? []).join('');

/** Where the cells of the first sheet stand whose formula went wrong, as 'column row' from 0. */
function wrongCells(parts: ReadonlyMap<string, string>): ReadonlySet<string> {
  const [, link = ''] = /<sheet\b[^>]*\br:id="([^"]+)"/.exec(parts.get(workbook) ?? '') ?? [];
  const target = [...(parts.get(links) ?? '').matchAll(/<Relationship\b[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => tag.includes(`Id="${link}"`));
  const [, path = ''] = /Target="\/?(?:xl\/)?([^"]+)"/.exec(target ?? '') ?? [];
  const cells = (parts.get(`xl/${path}`) ?? '').matchAll(/\br="([A-Z]+)(\d+)"/g);
  return new Set([...cells].map(([, letters = '', row]) => `${columnOf(letters)} ${Number(row) - 1}`));
}

const columnOf = (letters: string): number => letters.split('').reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
