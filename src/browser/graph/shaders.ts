/** Shaders for lines and points. Colours are premultiplied. */

const view = `#version 300 es
precision highp float;
uniform vec3 camera;
uniform vec2 size;
uniform float ratio;
vec2 onCanvas(vec2 place) { return (place - camera.xy) * camera.z; }
vec4 position(vec2 pixel) { return vec4(pixel / (size * 0.5) * vec2(1.0, -1.0), 0.0, 1.0); }
`;

/** A line is a thin rectangle with soft sides; a long one is fainter than a short one. */
export const lineVertex = `${view}
in vec2 from;
in vec2 to;
out float side;
out float fade;
void main() {
  vec2 a = onCanvas(from);
  vec2 b = onCanvas(to);
  vec2 along = b - a;
  float far = max(length(along), 0.001);
  float half_ = 0.5 + 0.5 / ratio;
  float sign_ = float(gl_VertexID & 1) * 2.0 - 1.0;
  vec2 across = vec2(-along.y, along.x) / far * half_ * sign_;
  side = half_ * sign_;
  fade = clamp(90.0 / far, 0.22, 1.0);
  gl_Position = position(mix(a, b, float(gl_VertexID >> 1)) + across);
}`;

export const lineFragment = `#version 300 es
precision highp float;
uniform vec3 colour;
uniform float strength;
uniform float ratio;
in float side;
in float fade;
out vec4 pixel;
void main() {
  float cover = clamp((0.5 + 0.5 / ratio - abs(side)) * ratio, 0.0, 1.0);
  pixel = vec4(colour, 1.0) * (strength * fade * cover);
}`;

/** A point is a disc with a rim in the colour of the page; a ghost is a ring. */
export const dotVertex = `${view}
uniform float growth;
uniform float quiet;
uniform vec3 palette[10];
in vec2 place;
in float radius;
in float slot;
in float marked;
out vec3 colour;
out float reach;
out float strength;
out float kind;
void main() {
  reach = radius * growth;
  colour = palette[int(slot)];
  strength = quiet > 0.5 && marked < 0.5 ? 0.16 : 1.0;
  kind = slot;
  gl_PointSize = (reach + 2.0) * 2.0 * ratio;
  gl_Position = position(onCanvas(place));
}`;

export const dotFragment = `#version 300 es
precision highp float;
uniform vec3 paper;
uniform float ratio;
uniform float hollow;
in vec3 colour;
in float reach;
in float strength;
in float kind;
out vec4 pixel;
void main() {
  float away = length(gl_PointCoord - 0.5) * (reach + 2.0) * 2.0;
  float soft = 0.7 / ratio;
  float rim = smoothstep(soft, -soft, away - reach - 1.0) * clamp(reach - 1.6, 0.0, 1.0);
  float disc = smoothstep(soft, -soft, away - reach);
  float inside = smoothstep(soft, -soft, away - reach + 1.2);
  float cover = kind == hollow ? disc - inside : disc;
  float under = max(rim, disc);
  vec3 mixed = mix(paper, colour, clamp(cover, 0.0, 1.0));
  pixel = vec4(mixed, 1.0) * (under * strength);
}`;
