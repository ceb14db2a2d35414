import pytest

from truceline.reading import model


def test_the_installed_weights_are_the_pinned_ones():
    model.verify(model.folder())


def test_other_weights_are_refused_by_name(tmp_path):
    for name in model.PINNED:
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_bytes(b"other")
    with pytest.raises(model.ModelError, match="is not the pinned file"):
        model.verify(tmp_path)
