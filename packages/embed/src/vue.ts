/** Types of the tags for the templates of Vue 3. There is nothing here that runs. */
import type { HTMLAttributes, PublicProps } from 'vue';

import type { Tags } from './tags.js';

/** Of several functions the one that takes what is given, as Vue asks of `$emit`. */
type AllOf<T> = (T extends unknown ? (taken: T) => void : never) extends (taken: infer R) => void
  ? R
  : never;

type Emit<Events> = AllOf<
  { [Name in keyof Events]: (name: Name, event: Events[Name]) => void }[keyof Events]
>;

/** Vue asks for `heading-level` under the name `headingLevel`, and writes it into the page as the template has it. */
type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;

type Props<Attributes> = {
  [Name in keyof Attributes as Camel<Name & string>]: Attributes[Name];
};

type Elements = {
  [Tag in keyof Tags]: new () => {
    $props: HTMLAttributes &
      Props<Tags[Tag]['attributes']> &
      Partial<Pick<Tags[Tag]['element'], 'record'>> &
      PublicProps;
    $emit: Emit<Tags[Tag]['events']>;
  };
};

declare module 'vue' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Only an interface adds to another.
  interface GlobalComponents extends Elements {}
}
