declare module 'virtual:han-readings' {
  export const jyutping: string;
  export const pinyin: string;
}
