/** The tags that Liquid, Jekyll and Hexo have, with those of plugins that many blogs use. */

const liquid =
  'if unless case for tablerow assign capture increment decrement cycle comment raw include ' +
  'include_relative render liquid echo layout highlight link post_url gist seo feed_meta toc ' +
  'avatar octicon twitter picture figure seo_image';
const hexo =
  'blockquote quote codeblock code pullquote jsfiddle iframe img link include_code ' +
  'youtube vimeo post_path post_link asset_path asset_img asset_link gp video audio ' +
  'note tabs tab centerquote cq btn button label cardlink dplayer aplayer meting mermaid pdf ' +
  'hideToggle hideInline hideBlock timeline gallery galleryGroup inlineImg fold folding checkbox ' +
  'radio tip subtabs subsubtabs linkgrid group-pictures gp grouppicture';

export const templateTags: ReadonlySet<string> = new Set(`${liquid} ${hexo}`.split(' '));
