/**
 * Builds plain text out of pieces: white space is folded, breaks are kept back until text follows, so that empty paragraphs, items and
 * cells leave no trace.
 */
export class TextFlow {
  text = '';
  /** Line feeds to write before the next text: 0, 1 or, for a paragraph, 2. */
  private feeds = 0;
  /** What to write before the next text: a bullet, a number, the sign between two cells. */
  private mark = '';
  private listDepth = 0;
  private lineKeepers: number;
  private rowStart = 0;

  constructor({ keepsLines }: { keepsLines: boolean }) {
    this.lineKeepers = keepsLines ? 1 : 0;
  }

  write(piece: string): void {
    if (this.lineKeepers === 0) {
      this.append(piece);
      return;
    }
    for (const [index, line] of piece.split('\n').entries()) {
      if (index > 0) this.breakOnce();
      this.append(line);
    }
  }

  /** Within `pre` lines stay as they are. */
  keepLines(keeps: boolean): void {
    this.lineKeepers += keeps ? 1 : -1;
  }

  /** A second one makes a paragraph. */
  breakOnce(): void {
    this.breakBy(this.feeds + 1);
  }

  breakLine(): void {
    this.breakBy(1);
  }

  breakParagraph(): void {
    this.breakBy(2);
  }

  openList(): void {
    this.breakParagraph();
    this.listDepth += 1;
  }

  closeList(): void {
    this.listDepth -= 1;
    this.breakParagraph();
  }

  startItem(mark: string): void {
    this.breakLine();
    this.mark = mark;
  }

  /** Of an item or a row, empty or not. */
  endLine(): void {
    this.mark = '';
    this.breakLine();
  }

  startRow(): void {
    this.breakLine();
    this.rowStart = this.text.length;
  }

  startCell(): void {
    if (this.text.length === this.rowStart) return;
    this.feeds = 0;
    this.mark = ' · ';
  }

  /** Inside a list a paragraph is a line, and between a mark and its text there is no break. */
  private breakBy(feeds: number): void {
    if (this.mark !== '') return;
    this.feeds = Math.max(this.feeds, Math.min(feeds, this.listDepth > 0 ? 1 : 2));
  }

  private append(piece: string): void {
    const folded = piece.replace(/\s+/g, ' ');
    if (folded.trim() === '') {
      if (folded !== '' && this.feeds === 0 && this.mark === '' && this.text !== '') this.text += ' ';
      return;
    }
    const starts = this.feeds > 0 || this.mark !== '' || this.text === '';
    if (this.text !== '') this.text += '\n'.repeat(this.feeds);
    this.text += this.mark + (starts ? folded.trimStart() : folded);
    this.feeds = 0;
    this.mark = '';
  }
}
