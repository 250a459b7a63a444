import { groupTags, valueTags, type IppAttribute, type IppMessage, type IppValue } from './ipp-message.ts';

/** An attribute of one kind: `attribute('keyword', 'sides', 'one-sided')`. */
export function attribute(kind: keyof typeof valueTags, name: string, ...values: IppValue[]): IppAttribute {
  return { name, tag: valueTags[kind], values };
}

/** All values of all groups with a tag, by name. An attribute without a value has an empty list. */
export function attributesOf(
  { groups }: IppMessage,
  group: keyof typeof groupTags,
): Readonly<Record<string, readonly IppValue[]>> {
  const attributes = groups.filter(({ tag }) => tag === groupTags[group]).flatMap((one) => one.attributes);
  return Object.fromEntries(attributes.map(({ name, values }) => [name, values]));
}
