import { css } from 'lit';

/** A list of links or of ways to reach somebody: no bullets, and each link high enough for a thumb. */
export const links = css`
  .puntari-links {
    padding: 0;
    list-style-type: '';
  }

  .puntari-links a {
    display: inline-block;
    padding-block: var(--_space-1);
  }
`;
