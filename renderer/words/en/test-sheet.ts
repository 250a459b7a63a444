/** What stands on the test sheet, for whoever looks after printers. */
export const testSheet = {
  title: 'Test sheet',
  paper: '{{width}} × {{height}} dots · {{dpi}} dpi · {{millimetres}} mm',
  paperRoll: '{{width}} dots · {{dpi}} dpi · {{millimetres}} mm',
  frame: 'The frame is one dot wide on all four sides. A side that is missing is not printed.',
  density: 'Eight steps, the last one black and even',
  lines: 'Lines of 1, 2, 3 and 4 dots',
  inverted: 'White on black',
  scripts: 'Scripts',
  code: 'A phone reads this code',
  cut: 'Cut below this bar, not through it',
};
