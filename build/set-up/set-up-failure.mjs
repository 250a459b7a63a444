/** What a person can put right; anything else that is thrown is a bug and shows its stack. */
export class SetUpFailure extends Error {
  /**
   * @param {string} what in one line
   * @param {string[]} [toDo] the lines under it
   */
  constructor(what, toDo = []) {
    super([what, ...toDo].join('\n  '));
  }
}
