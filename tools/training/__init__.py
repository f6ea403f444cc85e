"""The parts of ``tools/train_model.py``: data, conventions, generators, trainings and scores of the parse model."""
