/**
 * Discs and lines by WebGL: one canvas, one call for each kind of thing, nothing computed when the camera moves. Each
 * canvas that changes costs a browser that draws in software a copy of all of its pixels, so there is only this one.
 */

import {breath} from '../idle.ts'
import type {Lens} from './camera.ts'

/** Discs as WebGL takes them, in the order in which they are drawn. */
export interface Discs {
  /** Place in the map's units, radius in pixels, radius in the map's units: four numbers each, the radii are added. */
  readonly at: Float32Array<ArrayBuffer>
  /** Red, green, blue, opacity. */
  readonly ink: Uint8Array<ArrayBuffer>
  /** How many of the first are the ground, which stands under the lines. */
  readonly ground: number
}

export interface Lines {
  /** Both ends, in the map's units: four numbers each. */
  readonly at: Float32Array<ArrayBuffer>
  readonly ink: Uint8Array<ArrayBuffer>
  /** Pixels. */
  readonly width: Float32Array<ArrayBuffer>
}

export interface Pen {
  readonly setDiscs: (discs: Discs) => void
  readonly setLines: (lines: Lines) => void
  /** Draw all anew on paper of a colour. */
  readonly paint: (lens: Lens, looks: {readonly paper: readonly [number, number, number]; readonly lines: boolean}) => void
  readonly resize: (width: number, height: number) => void
  /** Wait until what was asked for is painted: shown before that, the canvas would stop the page until it is. */
  readonly painted: () => Promise<void>
}

/** Pixels of the screen to a pixel of the page; more than two are not seen, and cost. */
export function sharpness(): number {
  return Math.min(2, devicePixelRatio)
}

const lensCode = 'uniform vec4 lens; uniform vec3 size; vec4 shown(vec2 p) { return vec4(p.x / size.x * 2. - 1., 1. - p.y / size.y * 2., 0., 1.); }'
const discCode = [
  `#version 300 es
  ${lensCode}
  in vec4 at; in vec4 ink; out vec2 off; flat out float radius; flat out vec4 colour;
  void main() {
    radius = at.z * lens.w + at.w * lens.x;
    off = (vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2. - 1.) * (radius + 1.);
    colour = ink;
    gl_Position = shown((at.xy - lens.yz) * lens.x + off);
  }`,
  `#version 300 es
  precision highp float;
  uniform vec3 size; in vec2 off; flat in float radius; flat in vec4 colour; out vec4 pixel;
  void main() { pixel = vec4(colour.rgb, colour.a * clamp((radius - length(off)) * size.z + .5, 0., 1.)); }`
] as const
const lineCode = [
  `#version 300 es
  ${lensCode}
  in vec4 at; in vec4 ink; in float width; out float off; flat out float half_; flat out vec4 colour;
  void main() {
    vec2 a = (at.xy - lens.yz) * lens.x, b = (at.zw - lens.yz) * lens.x, way = b - a;
    half_ = width / 2.;
    off = (float(gl_VertexID & 1) * 2. - 1.) * (half_ + 1.);
    colour = ink;
    gl_Position = shown(((gl_VertexID >> 1) == 0 ? a : b) + vec2(-way.y, way.x) / max(length(way), .001) * off);
  }`,
  `#version 300 es
  precision highp float;
  uniform vec3 size; in float off; flat in float half_; flat in vec4 colour; out vec4 pixel;
  void main() { pixel = vec4(colour.rgb, colour.a * clamp((half_ - abs(off)) * size.z + .5, 0., 1.)); }`
] as const

/** Take up a pen for a canvas; nothing where there is no WebGL. */
export async function penFor(canvas: HTMLCanvasElement): Promise<Pen | undefined> {
  const gl = canvas.getContext('webgl2', {alpha: false, antialias: false, depth: false})
  if (!gl) return undefined
  // The browser's own start of GL is a piece of its own.
  await breath()
  const programs = [programOf(gl, discCode), programOf(gl, lineCode)] as const
  await compiled(gl, programs)
  await breath()
  const [disc, line] = programs
  if (programs.some((program) => !gl.getProgramParameter(program, gl.LINK_STATUS))) return undefined
  const discs = batchOf(gl, disc, [['at', 4, gl.FLOAT], ['ink', 4, gl.UNSIGNED_BYTE]])
  const lines = batchOf(gl, line, [['at', 4, gl.FLOAT], ['ink', 4, gl.UNSIGNED_BYTE], ['width', 1, gl.FLOAT]])
  gl.enable(gl.BLEND)
  gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA)
  let [ground, count, lineCount] = [0, 0, 0]
  let size: readonly [number, number, number] = [1, 1, 1]
  return {
    setDiscs(next) {
      ;[ground, count] = [next.ground, next.ink.length / 4]
      discs.fill([next.at, next.ink])
    },
    setLines(next) {
      lineCount = next.width.length
      lines.fill([next.at, next.ink, next.width])
    },
    paint(lens, {paper, lines: withLines}) {
      gl.clearColor(paper[0] / 255, paper[1] / 255, paper[2] / 255, 1)
      gl.clear(gl.COLOR_BUFFER_BIT)
      discs.draw(lens, size, {from: 0, to: ground})
      if (withLines) lines.draw(lens, size, {from: 0, to: lineCount})
      discs.draw(lens, size, {from: ground, to: count})
    },
    resize(width, height) {
      const ratio = sharpness()
      size = [width, height, ratio]
      const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)]
      // Being told its own size, a canvas would take new memory all the same.
      if (canvas.width !== wide) canvas.width = wide
      if (canvas.height !== high) canvas.height = high
      gl.viewport(0, 0, canvas.width, canvas.height)
    },
    painted: () => painted(gl)
  }
}

async function painted(gl: WebGL2RenderingContext): Promise<void> {
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
  gl.flush()
  while (fence && !gl.isContextLost() && gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) await new Promise((resolve) => setTimeout(resolve, 8))
}

function programOf(gl: WebGL2RenderingContext, code: readonly [vertex: string, fragment: string]): WebGLProgram {
  const program = gl.createProgram()
  for (const [index, type] of [gl.VERTEX_SHADER, gl.FRAGMENT_SHADER].entries()) {
    const shader = gl.createShader(type)
    if (!shader) continue
    gl.shaderSource(shader, code[index] ?? '')
    gl.compileShader(shader)
    gl.attachShader(program, shader)
  }
  gl.linkProgram(program)
  return program
}

/** Wait for programs to be compiled beside the page: asking for one too early would stop the page until it is. */
async function compiled(gl: WebGL2RenderingContext, programs: readonly WebGLProgram[]): Promise<void> {
  const beside = gl.getExtension('KHR_parallel_shader_compile')
  const isReady = (program: WebGLProgram): boolean => !beside || gl.isContextLost() || gl.getProgramParameter(program, beside.COMPLETION_STATUS_KHR) === true
  while (!programs.every(isReady)) await new Promise((resolve) => setTimeout(resolve, 8))
}

type Columns = readonly (Float32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>)[]

interface Batch {
  readonly fill: (columns: Columns) => void
  readonly draw: (lens: Lens, size: readonly [number, number, number], range: {readonly from: number; readonly to: number}) => void
}

/** Things of one kind, four corners each; columns by the names that the program gives them. */
function batchOf(gl: WebGL2RenderingContext, program: WebGLProgram, columns: readonly (readonly [name: string, count: number, type: number])[]): Batch {
  const array = gl.createVertexArray()
  gl.bindVertexArray(array)
  const made = columns.map(([name, count, type]) => ({buffer: gl.createBuffer(), place: gl.getAttribLocation(program, name), count, type, bytes: count * (type === gl.FLOAT ? 4 : 1)}))
  for (const {place} of made) {
    gl.enableVertexAttribArray(place)
    gl.vertexAttribDivisor(place, 1)
  }
  const [lensPlace, sizePlace] = [gl.getUniformLocation(program, 'lens'), gl.getUniformLocation(program, 'size')]
  return {
    fill(next) {
      for (const [index, {buffer}] of made.entries()) {
        gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
        gl.bufferData(gl.ARRAY_BUFFER, next[index] ?? null, gl.STATIC_DRAW)
      }
    },
    draw({scale, x, y, growth}, size, {from, to}) {
      if (to <= from) return
      gl.useProgram(program)
      gl.uniform4f(lensPlace, scale, x, y, growth)
      gl.uniform3f(sizePlace, ...size)
      gl.bindVertexArray(array)
      for (const {buffer, place, count, type, bytes} of made) {
        gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
        gl.vertexAttribPointer(place, count, type, type !== gl.FLOAT, 0, from * bytes)
      }
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, to - from)
    }
  }
}
