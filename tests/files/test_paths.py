import pytest

from truceline.files import FileProblem, inside


def test_a_path_inside_the_folder_is_resolved(tmp_path):
    assert inside(tmp_path, "sources/01.txt") == tmp_path.resolve() / "sources" / "01.txt"
    assert inside(tmp_path, "sources\\01.txt") == tmp_path.resolve() / "sources" / "01.txt"


@pytest.mark.parametrize("path", ["../other", "/etc/passwd", "sources/../../x", "a\0b"])
def test_a_path_that_leaves_the_folder_is_refused(tmp_path, path):
    with pytest.raises(FileProblem, match="leaves the folder"):
        inside(tmp_path, path)


def test_a_symbolic_link_that_leaves_the_folder_is_refused(tmp_path):
    case = tmp_path / "case"
    case.mkdir()
    (tmp_path / "secret").write_text("x")
    try:
        (case / "link").symlink_to(tmp_path / "secret")
    except OSError:
        pytest.skip("this system makes no links")
    with pytest.raises(FileProblem, match="leaves the folder"):
        inside(case, "link")
