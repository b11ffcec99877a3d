import { Anchor, Loader, Typography } from '@mantine/core';
import { type ComponentProps, lazy, Suspense } from 'react';
import type { Components } from 'react-markdown';
import { useTranslation } from 'react-i18next';
import classes from './markdown.module.css';

/** With its extensions; loaded with the first text that is shown. */
const Renderer = lazy(async () => {
  const [{ default: Markdown }, { default: gfm }] = await Promise.all([import('react-markdown'), import('remark-gfm')]);
  const plugins = [gfm];
  return {
    default: ({ text }: { readonly text: string }) => (
      <Markdown remarkPlugins={plugins} components={COMPONENTS} skipHtml>
        {text}
      </Markdown>
    ),
  };
});

/** Leads out of here, and tells nobody there where from. */
const Link = ({ href, children }: ComponentProps<'a'>) => (
  <Anchor href={href} target="_blank" rel="noopener noreferrer nofollow" inherit>
    {children}
  </Anchor>
);

/** Nothing is fetched from elsewhere: who reads a card must not be seen by whoever has the picture. */
function Picture({ src, alt = '' }: ComponentProps<'img'>) {
  const { t } = useTranslation('card');
  const name = t('picture', { name: alt });
  return typeof src === 'string' && src !== '' ? <Link href={src}>{name}</Link> : name;
}

const Heading = ({ children }: ComponentProps<'h1'>) => (
  <p>
    <strong>{children}</strong>
  </p>
);

const COMPONENTS: Components = {
  a: Link,
  img: Picture,
  // The headings of a page are those of the page.
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  input: ({ checked = false }) => <span>{checked ? '☑ ' : '☐ '}</span>,
};

/** A text that somebody wrote, in Markdown: HTML in it is left out. */
export const Markdown = ({ text }: { readonly text: string }) => (
  <Typography className={classes.text ?? ''}>
    <Suspense fallback={<Loader size="xs" />}>
      <Renderer text={text} />
    </Suspense>
  </Typography>
);
