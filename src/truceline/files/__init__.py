"""What a person wrote into a file, with its place: YAML nodes, sidecars, safe paths, and errors that teach."""

from truceline.files.paths import inside
from truceline.files.problem import FileProblem, Problem, Problems, Where, closest, nearest

__all__ = ["FileProblem", "Problem", "Problems", "Where", "closest", "inside", "nearest"]
