import {breakerLab} from '../../components/labs/circuit-breaker-view.ts'
import {defineLab} from './lab.ts'

defineLab('circuit-breaker-lab', breakerLab)
