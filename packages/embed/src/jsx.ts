/** Types of the tags for JSX of React 19. There is nothing here that runs. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

import type { Tags } from './tags.js';

/** React listens to an event of a custom element under `on` and the name as it is. */
type Listeners<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

/** What says something by being there alone, and more with a value. */
type Bare = 'url-state';

/** A bare attribute is `true` in JSX; React writes it into the page as an empty text. */
type Written<Attributes> = {
  [Name in keyof Attributes]: Attributes[Name] | (Name extends Bare ? true : never);
};

type Elements = {
  [Tag in keyof Tags]: DetailedHTMLProps<
    HTMLAttributes<Tags[Tag]['element']>,
    Tags[Tag]['element']
  > &
    Written<Tags[Tag]['attributes']> &
    Listeners<Tags[Tag]['events']> &
    Partial<Pick<Tags[Tag]['element'], 'record'>>;
};

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- That is where React looks for tags.
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Only an interface adds to another.
    interface IntrinsicElements extends Elements {}
  }
}
