/** OpenCC's tables as opencc-js ships them: `丟 丢|並 并`. */
declare module 'opencc-js/dict/*' {
  const table: string;
  export default table;
}
