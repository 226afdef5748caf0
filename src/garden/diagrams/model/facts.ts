import type {DiagramEdge, DiagramModel, DiagramNode} from '../../model.ts'

/** What a diagram says, in its own order. */
export interface Facts {
  readonly nodes: readonly DiagramNode[]
  readonly edges?: readonly DiagramEdge[]
  readonly groups?: DiagramModel['groups']
  readonly remarks?: DiagramModel['remarks']
}
